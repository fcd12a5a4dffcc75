"""What the ids behind a verdict mean, in plain words; `{quote}` and `{weight}` are filled in."""

from __future__ import annotations

from collections.abc import Mapping

from oit_audit.model import Conclusion, Text
from oit_audit.words import worded, worded_for

RULES: Mapping[str, Text] = {
    "elements_found": worded("every element that has a rule was found, and the year fits"),
    "content_found": worded(
        "real content of a fitting year was found; no rule names elements for this item"
    ),
    "elements_absent": worded("it was found, and lacks at least one element that a rule asks"),
    "elements_untold": worded("it was found, and at least one element cannot be told"),
    "nothing_usual": worded("something was found that shows none of the elements usually shown"),
    "undated": worded("what was found names no year, and the item asks for one"),
    "unreadable": worded("what was found has no words that can be read"),
    "other_year": worded("only another year's was found, and a rule asks for the year"),
    "perhaps_newer": worded(
        "only another year's was found; a newer one may be where the scan did not look"
    ),
    "perhaps_other_year": worded(
        "only another year's was found; no rule for the year could be read, so a person must look"
    ),
    "strangers": worded(
        "only papers named something else stand under this heading: a person must look"
    ),
    "unlabelled": worded("no link or name says that it is this, but a page shows every element"),
    "perhaps_unlabelled": worded(
        "no link or name says clearly that it is this, but one comes near: a person must look"
    ),
    "perhaps_in_force": worded(
        "what was found ends before the assessed year: whether it is in force, a person must look"
    ),
    "tells_of_another": worded(
        "what was found tells of another item and lacks the usual: a person must look"
    ),
    "not_due": worded("the first six months are not over: it is not due yet"),
    "off_site": worded("the link leads to another website that was not opened"),
    "nothing_there": worded("the website was seen whole, and nothing on it can be the evidence"),
    "not_opened": worded("a link that may lead to it could not be opened"),
    "not_looked": worded("the website was not seen whole, so nothing is called missing"),
}
"""What gave the status, by the id of the rule."""

GROUNDS: Mapping[str, tuple[Text, Text]] = {
    "undecided": (
        worded("this cannot be decided here; a person must look"),
        worded("this could be decided"),
    ),
    "says_itself": (
        worded("its own title or first lines say it"),
        worded("its own title and first lines do not say it"),
    ),
    "stranger": (
        worded("its own name says something else; only its place in a list speaks for it"),
        worded("its own name says nothing else"),
    ),
    "unlabelled": (
        worded("no link or name says that it is this"),
        worded("a link or name says that it is this"),
    ),
    "year_not_asked": (
        worded("no year is asked"),
        worded("a year is asked"),
    ),
    "year_said": (
        worded("title, opening, table or link name the right year"),
        worded("neither title, opening, table nor link name the year"),
    ),
    "elements_tested": (
        worded("there are elements with a rule to test"),
        worded("the item has no element with a rule to test"),
    ),
    "usual_elements": (
        worded("at least half of the usual elements are there"),
        worded("fewer than half of the usual elements are there"),
    ),
    "own_label": (
        worded("the label that leads to it says it"),
        worded("the label says nothing; what stands around it does"),
    ),
    "recognised": (
        worded("its words were recognised in pictures (OCR), so this is never quite sure"),
        worded("its words were read as text"),
    ),
    "kept_by_others": (
        worded("it lies at a service of others, so this is never quite sure"),
        worded("it lies on the organisation's own website"),
    ),
    "shared_address": (
        worded("many items rest on this same address, so this is less sure"),
        worded("few items rest on this address"),
    ),
    "seen_in_part": (
        worded("the website was not seen whole, so this is less sure"),
        worded("the website was seen whole"),
    ),
    "seen_whole": (
        worded("the website was seen whole"),
        worded("the website was not seen whole"),
    ),
    "turned_down": (
        worded("something was held out as this, and was turned down (see below)"),
        worded("nothing was held out as this at all"),
    ),
    "silent_scans": (
        worded("there are scans that nothing names and that cannot be read, so this is less sure"),
        worded("there are no scans that nothing names"),
    ),
    "claims_disagree": (
        worded("number or title on the site do not fit what they lead to: one step less sure"),
        worded("the numbers and titles that the site gives agree"),
    ),
    "years_disagree": (
        worded("the sources of its year disagree, so this is one step less sure"),
        worded("the sources of its year agree"),
    ),
    "year_rule": (
        worded("a rule asks for the year of this item"),
        worded("no rule for the year of this item could be read"),
    ),
    "year_in_opening": (
        worded("the other year stands in its title, opening or table"),
        worded("the other year stands neither in its title nor in its opening or table"),
    ),
}
"""Conditions of the confidence, by id: what it means that one holds, and that it does not."""

SIGNALS: Mapping[str, Text] = {
    "frame": worded("the home page with its frame: it ranks last"),
    "year_right": worded("it is of the year that is asked"),
    "year_not_asked": worded("no year is asked"),
    "year_none": worded("it names no year"),
    "year_other": worded("it is of another year"),
    "number": worded("the number of the item stands beside it"),
    "other_number": worded(
        "another item's number stands beside it (numbers move every year and decide nothing alone)"
    ),
    "own_title": worded("its own title and first lines say it ({weight} of 1)"),
    "silent_title": worded("its own title and first lines say nothing of it ({weight} of 1)"),
    "label": worded("the label that leads to it says it ({weight} of 1)"),
    "label_around": worded("the label is silent; what stands around it says it ({weight} of 1)"),
    "label_granted": worded(
        "the label's words do not say it; its own title or a number in a list does ({weight} of 1)"
    ),
    "rival": worded("its own title stands for something else"),
    "stranger": worded("its own name speaks of something we do not know"),
    "clicks": worded("clicks from the home page: {weight}"),
    "own_name": worded("the organisation's name stands at its top"),
    "recognised": worded("its words were recognised in pictures (OCR)"),
    "no_words": worded("its words cannot be read"),
    "poor_words": worded("some of its words are damaged"),
    "off_site": worded("it lies on another website and was not opened"),
    "host": worded("it lies at a service of others"),
    "part": worded("it is a part of a page, not the whole"),
    "bare": worded("the page says next to nothing but labels and links"),
    "leads_on": worded("it leads on to {weight} more"),
    "other_subjects": worded("it has labels of {weight} other subjects"),
    "dead_links": worded("{weight} of its links lead nowhere"),
}

AHEAD: Mapping[str, Text] = {
    "elements": worded("the chosen evidence shows more of the elements"),
    "frame": worded("the home page ranks last"),
    "year": worded("the year of the chosen one fits better"),
    "number": worded("the number of the item stands beside the chosen one"),
    "own_title": worded("the chosen one's own title says it better"),
    "inherited": worded("the chosen one's label says it by itself"),
    "label": worded("the chosen one's label says it better"),
    "concept": worded("the chosen one is of the item's first subject"),
    "clicks": worded("the chosen one is nearer to the home page"),
}
"""Where the chosen candidate is ahead of another, by id."""

SOURCES: Mapping[str, Text] = {
    "title": worded_for("of a document", "title"),
    "opening": worded("opening"),
    "label": worded("label"),
    "context": worded("around the link"),
    "body": worded("text"),
    "file_name": worded("file name"),
    "signed": worded("signature"),
    "table": worded("months of a table"),
    "upload": worded("address"),
}

KINDS: Mapping[str, Text] = {
    "fiscal": worded("fiscal year"),
    "year": worded("year"),
    "range": worded("from one to another"),
    "date": worded("day"),
    "month": worded("month"),
    "half": worded("half a year"),
    "quarter": worded("quarter"),
    "law": worded("in the name of a law: decides nothing"),
    "published": worded("when it was put up: decides nothing"),
    "upload": worded("in a file name"),
}

CONCLUSIONS: Mapping[Conclusion, Text] = {
    Conclusion.JUDGED: worded("its elements were looked for"),
    Conclusion.TOO_LITTLE: worded("the home page alone shows fewer than half of the elements"),
    Conclusion.UNDATED: worded("it names no year"),
    Conclusion.OTHER_YEAR: worded("it is of another year"),
    Conclusion.UNREADABLE: worded("its words cannot be read"),
    Conclusion.OFF_SITE: worded("on another website, not opened"),
    Conclusion.STRANGER: worded("under this heading, but named something else"),
    Conclusion.LIST: worded("a list that leads to papers, no evidence itself"),
    Conclusion.REJECTED: worded("turned down"),
}
