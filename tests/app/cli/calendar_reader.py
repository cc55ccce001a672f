#!/usr/bin/python3
# Why: whether a calendar is one is decided by a reader that knows nothing of this program.
# Usage: calendar_reader.py FILE; prints what it read as JSON.
import json
import sys

from icalendar import Calendar

with open(sys.argv[1], "rb") as file:
    calendar = Calendar.from_ical(file.read())
events = []
for event in calendar.walk("VEVENT"):
    events.append({
        "uid": str(event["UID"]),
        "sequence": int(event["SEQUENCE"]),
        "start": event["DTSTART"].dt.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "utc": str(event["DTSTART"].dt.tzinfo),
        "summary": str(event["SUMMARY"]),
        "description": str(event["DESCRIPTION"]),
        "alarms": [[str(alarm["ACTION"]), alarm["TRIGGER"].dt.days] for alarm in event.walk("VALARM")],
    })
print(json.dumps({"version": str(calendar["VERSION"]), "prodid": str(calendar["PRODID"]), "events": events}))
