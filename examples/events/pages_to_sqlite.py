"""Keeps the text of every page in an SQLite table, as the public topics tell it.

    pip install kafka-python zstandard
    ./pagewright status --json | python3 examples/events/pages_to_sqlite.py pages.db

Goes on until Ctrl-C, or with a job's id as second argument until that job has ended. Started again, it goes on where it
was: the group's offsets are committed after the table's transaction, and a copy of an event changes nothing.
"""
import json
import sqlite3
import sys

from kafka import KafkaConsumer

TOPICS = ["pagewright.page-results", "pagewright.job-events"]


def headers(record):
    return {name: value.decode() for name, value in record.headers}


def store(db, record):
    """Applies one event. Kinds and members that are not known are left alone: new ones come with any release."""
    kind = headers(record).get("ce_type", "")
    data = json.loads(record.value)
    if kind in ("dev.pagewright.page.read", "dev.pagewright.page.failed"):
        page = data.get("page", {})  # a large page comes as data["reference"], to be asked of the API
        db.execute(
            "insert or replace into page values (?, ?, ?, ?, ?)",
            (data["job"], data["index"], page.get("status"), page.get("text"), data.get("reference")),
        )
    elif kind == "dev.pagewright.job.deleted":
        db.execute("delete from page where job = ?", (data["uuid"],))


def main(path, until=None):
    broker = json.load(sys.stdin)["broker"]
    db = sqlite3.connect(path)
    db.execute(
        "create table if not exists page"
        " (job text, index_ integer, status text, text text, reference text, primary key (job, index_))"
    )
    consumer = KafkaConsumer(
        *TOPICS,
        bootstrap_servers=broker["bootstrap"],
        security_protocol="SASL_PLAINTEXT",
        sasl_mechanism=broker["mechanism"],
        sasl_plain_username=broker["user"],
        sasl_plain_password=broker["password"],
        group_id=broker["group"] + ".sqlite",
        auto_offset_reset="earliest",
        enable_auto_commit=False,
    )
    expected = None
    while True:
        for records in consumer.poll(timeout_ms=1000).values():
            with db:
                for record in records:
                    store(db, record)
                    if record.key.decode() == until and headers(record)["ce_type"].endswith((".job.done", ".job.failed")):
                        expected = json.loads(record.value)["page_count"]
        consumer.commit()
        # topics have no order among each other: a job may be told done before the last of its pages
        if expected is not None:
            (pages,) = db.execute("select count(*) from page where job = ?", (until,)).fetchone()
            if pages >= expected:
                return


if __name__ == "__main__":
    main(*sys.argv[1:])
