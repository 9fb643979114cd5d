"""Choices and clicks kept in the address."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest


def _choices() -> None:
    import streamlit as st

    from components import address, clicks

    one = address.kept("one", ["a", "b"], lambda **kept: st.selectbox("One", ["a", "b"], **kept), "a")
    some = address.kept_several("some", ["x", "y"], lambda **kept: st.multiselect("Some", ["x", "y"], **kept))
    text = address.kept_text("text", lambda **kept: st.text_input("Text", **kept))
    st.write(f"{one} {some} “{text}”")
    st.button("Pick", on_click=clicks.put, args=("story", ["s1"]))
    st.button("Other", on_click=clicks.put, args=("article", ["a1"]))
    clicks.closing("x")


def _run(**query: str | list[str]) -> AppTest:
    app = AppTest.from_function(_choices)
    for name, value in query.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    return app


def _query(app: AppTest, name: str) -> str:
    value = app.query_params.get(name, "")
    return "".join(value) if isinstance(value, list) else str(value)


def test_the_address_sets_the_widgets() -> None:
    assert _run().markdown[0].value == "a [] “”"
    assert _run(one="b", some=["y", "x"], text="gas").markdown[0].value == "b ['y', 'x'] “gas”"


def test_values_that_nobody_knows_are_passed_over() -> None:
    assert _run(one="zzz", some=["y", "zzz"]).markdown[0].value == "a ['y'] “”"


def test_a_change_goes_into_the_address_and_the_default_leaves_it() -> None:
    app = _run()
    app.selectbox[0].set_value("b").run()
    assert (app.markdown[0].value, _query(app, "one")) == ("b [] “”", "b")
    app.selectbox[0].set_value("a").run()
    assert (app.markdown[0].value, _query(app, "one")) == ("a [] “”", "")
    app.text_input[0].set_value("kosovo").run()
    assert _query(app, "text") == "kosovo"


def test_one_pick_at_a_time() -> None:
    app = _run(period="2024")
    app.button[0].click().run()
    assert (_query(app, "story"), _query(app, "period")) == ("s1", "")
    app.button[1].click().run()
    assert (_query(app, "story"), _query(app, "article")) == ("", "a1")
    app.button[2].click().run()
    assert _query(app, "article") == ""
