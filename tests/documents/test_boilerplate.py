"""What belongs to the page is marked, and no sentence of an article is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.documents.boilerplate import lexicon, spans

RULES = [(scope, rule) for scope, rules in lexicon().items() for rule in rules]
EXAMPLES = [(scope, rule["name"], example) for scope, rule in RULES for example in rule["examples"]]

SENTENCES = [
    "Japan closed its embassy on Aug. 15, the day the city fell.",
    "The two sides shared a meal and exchanged notes.",
    "Follow-up talks are planned in Doha next month.",
    "Comments by the minister angered his hosts.",
    "Advertisements for the summit line the road from the airport.",
    "Reporting by state media said that the envoy had left on Monday.",
    "He read more than the letter that he had brought.",
    "Related talks were held in Geneva on Tuesday.",
    "Copyright was among the subjects of the trade talks in Geneva.",
    "Home Minister Amit Example met his counterpart.",
    "The ambassador hands over his credentials in Kabul",
    "Acting Minister of Transport and Ports - Dr. A. Example",
    "1. Mr. A. Example, High Commissioner-designate of Kenya based in New Delhi",
    "The end of the talks was near, he said.",
    "Contact between the two capitals broke off in May.",
]


def _marked(text):
    return [text[start:end] for start, end in spans(text)]


@pytest.mark.parametrize(("scope", "name", "example"), EXAMPLES)
def test_every_rule_marks_its_examples(scope, name, example):
    text = f"The ministers met in Oslo.\n\nThey parted as friends.\n\n{example}"
    assert _marked(text) == [example]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_no_sentence_or_caption_is_marked(sentence):
    assert _marked(f"Envoys meet\n\n{sentence}\n\n{sentence}\n") == []


def test_headlines_below_a_heading_go_with_it_until_the_article_goes_on():
    text = "He left.\n\nRelated Posts\nTaliban sign oil deal with Iran\nArtists find no refuge\n\nThe talks go on."
    assert _marked(text) == ["Related Posts\nTaliban sign oil deal with Iran\nArtists find no refuge"]


def test_comments_at_the_end_take_all_that_follows():
    text = "He left for Oslo on Monday.\n" * 5 + "\n2 Comments\n\nAnn: She met him in Rome on Tuesday!\nBo: No."
    assert _marked(text) == [text[text.index("2 Comments") :]]


def test_a_comment_count_under_the_headline_takes_nothing_else():
    text = "Envoys meet in Oslo\n0 Comments\n\n" + "He left for Oslo on Monday.\n" * 5
    assert _marked(text) == ["0 Comments"]


def test_a_photo_credit_is_marked_and_its_caption_is_not():
    assert _marked("Envoys shake hands in Oslo on Monday. (Photo: A. Example)") == ["(Photo: A. Example)"]


def test_a_publication_stamp_is_marked():
    assert _marked("Envoys meet\nPublished: 2021-11-25 10:00\n\nThey met.") == ["Published: 2021-11-25 10:00"]


def test_a_bar_of_links_is_marked_at_the_edges():
    assert _marked("Home | Ministry | English\n\nThe envoy left.") == ["Home | Ministry | English"]


@given(st.lists(st.one_of(st.sampled_from([text for _, _, text in EXAMPLES] + SENTENCES), st.text())).map("\n".join))
def test_spans_lie_inside_the_text_in_order_and_apart(text):
    edges = [edge for span in spans(text) for edge in span]
    assert edges == sorted(set(edges))
    assert all(0 <= edge <= len(text) for edge in edges)
