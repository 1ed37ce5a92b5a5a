"""What a person looks at, and what other programs read: events onto a terminal, a stream or a file.

    timeline   events in order of time, for a terminal       objects   an event as a JSON object
    card       one event with its quotations                 rows      an event as cells, there and back
    spans      a time span in a few characters               parties   parties in a line of text, there and back
    marks      the signs and colours                         writers   objects and rows onto a stream
    claims     what documents claim, in words                tables    files of any format, there and back
    text       what articles print, made safe to show        dialects  what other people's tables mean
    fields     what is typed of one field, and its value     entry     an event as it is typed, there and back
    form       an event as a form for an editor              passage   a quotation in its paragraph
    people     a person as a card or a row                   waiting   an event in the queue for review
    stacked    entries of a name and several lines           glossary  event types and what they mean
    plain      an event as a line of a pipe

Views know the nouns and the terminal; they read no database and no article.
"""

from tracker.views.objects import record, stored_record

__all__ = ["record", "stored_record"]
