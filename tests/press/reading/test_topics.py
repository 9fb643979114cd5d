"""Topics: phrases found, and which of them an article is about."""

from press.article import Article
from press.reading import topics
from press.reading.parse import parse
from press.vocabulary import LANGUAGES


def read(text: str, title: str = "", language: str = "en"):
    return parse(Article(text=text, title=title, language=language))


def test_a_phrase_is_found_with_its_place():
    parsed = read("The gas pipeline runs on. Nobody spoke.")
    gas = [m for m in parsed.topic_mentions if m.topic == "gas"]
    assert gas and parsed.article.text[gas[0].start : gas[0].end].startswith("gas")
    assert {m.sentence for m in gas} == {0}


def test_the_same_topic_is_told_in_every_language():
    texts = {
        "en": "The gas contract runs out in May. Gazprom will supply gas through the pipeline.",
        "sr": "Ugovor o gasu ističe u maju. Gasprom će isporučivati gas gasovodom.",
        "ru": "Контракт на газ истекает в мае. Газпром будет поставлять газ по газопроводу.",
        "uk": "Контракт на газ спливає в травні. Газпром постачатиме газ газопроводом.",
    }
    for language, text in texts.items():
        assert read(text, language=language).topics[0] == "gas", language
    assert read("Уговор о гасу истиче у мају. Гаспром ће испоручивати гас гасоводом.", language="sr").topics[0] == "gas"


def test_the_headline_counts_more_than_a_passing_word():
    body = "The minister opened a school. Later the talk turned to Kosovo."
    passing = topics.scores(*_found(body, "A school opens in Sampleville"))
    headline = topics.scores(*_found(body, "Kosovo talks"))
    assert headline["kosovo"] > passing["kosovo"]


def _found(text: str, title: str):
    document = read(text, title).document
    return document, topics.find(document)


def test_repetition_alone_grows_slowly():
    once = topics.features(*_found("Gas came. Rain fell.", ""))["gas"]["total"]
    often = topics.features(*_found("Gas came. " + "Gas, gas, gas. " * 30, ""))["gas"]["total"]
    assert often < 10 * once


def test_at_most_four_topics_and_none_without_a_word():
    everything = "Gas, oil, Kosovo, vaccines, sanctions, weapons, BRICS, elections and the church: all were named."
    assert 1 <= len(read(everything).topics) <= 4
    assert read("Rain fell on Tuesday.").topics == []


def test_every_topic_has_weights_and_phrases_in_every_language():
    weights = topics._weights()
    for topic in topics.read("topics")["topic"]:
        assert topic["id"] in weights["bias"] and topic["id"] in weights["total"]
        assert all(topic[language] for language in LANGUAGES), topic["id"]
