"""XML that others wrote: no entities, no network, no giant trees."""

from __future__ import annotations

import re

from lxml import etree

from .errors import Refusal

_DOCTYPE = re.compile(rb"<!(?:ENTITY|DOCTYPE[^<>\[]{0,2000}\[)", re.I)


def parse(data: bytes, name: str, recover: bool = False, url: str = "") -> etree._Element:
    """The root element of an XML document.

    Parameters
    ----------
    data : bytes
    name : str
        What messages call the file.
    recover : bool
        Whether to read past faults, as feeds in the wild have them.
    url : str
        Where it was fetched from: what ``xml:base`` within it counts from.

    Raises
    ------
    Refusal
        Where it is no XML, or declares entities: these can be made to fill the memory ("billion laughs") or
        to read files, and no feed or document needs them.
    """
    # Entity declarations hide from a search of the bytes in UTF-16: look at both readings.
    if _DOCTYPE.search(data) or _DOCTYPE.search(data.replace(b"\0", b"")):
        raise Refusal(name, 0, "", "declares XML entities, which are not read")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False,
        recover=recover, remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser, base_url=url or None)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Refusal(name, 0, "", f"is no XML: {str(error)[:100]}") from None
    if root is None:
        raise Refusal(name, 0, "", "is no XML")
    return root


def local(element: etree._Element) -> str:
    """The name of an element in small letters, without namespace and prefix; '' for comments."""
    # Not by etree.QName, which refuses the names that broken documents are recovered with.
    return element.tag.rpartition("}")[2].rpartition(":")[2].lower() if isinstance(element.tag, str) else ""
