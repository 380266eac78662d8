"""The speed table, made from made-up measurements: every row is there with its aim, with or without the yardstick."""

from benchmarks.speed.__main__ import markdown, rounded

MEASURED = {
    "machine": {"processor": "Some CPU", "cores": 2, "python": "3.11.7", "load before the run": 0.1},
    "articles": 40, "words": 20000, "yardstick": {"words/s": 8000.0, "spacy": "3.8.18"},
    "rooms": {room: {"words/s": rate, "share": 4000 / rate} for room, rate in
              (("reading", 5000.0), ("actors", 40000.0), ("attribution", 80000.0), ("events", 80000.0))},
    "line, 1 process": {"words/s": 4000.0, "articles/s": 8.0, "peak MB a worker": 300.4},
    "line, 2 processes": {"words/s": 7600.0, "articles/s": 15.2, "peak MB a worker": 310.6},
    "start": {"import hearsay": 0.2, "world": 0.1, "lexicon": 0.05, "reader": 0.3,
              "hearsay code one-article.txt": 1.234, "first result, 1 process": 1.1, "first result, 2 processes": 1.5},
}  # fmt: skip


def test_the_table_holds_each_measurement_beside_its_aim():
    assert markdown(MEASURED) == (
        "40 articles, 20,000 words; Some CPU; Python 3.11.7; spaCy 3.8.18; one thread a process; best of 5 rounds; "
        "load before the run 0.1\n"
        "\n| what | measured | aim |\n| --- | --- | --- |\n"
        "| yardstick: blank spaCy pipeline, one core | 8,000 words/s |  |\n"
        "| reader alone, one core | 5,000 words/s, 0.62 of the yardstick | 0.6 of the yardstick |\n"
        "| whole line, one core | 4,000 words/s, 8.0 articles/s, 0.50 of the yardstick | 0.4 of the yardstick |\n"
        "| whole line, two processes | 7,600 words/s, 15.2 articles/s, 1.90 times one"
        " | 15 articles of 500 words/s, 1.8 times one |\n"
        "| share of time by room | reading 80%, actors 10%, attribution 5%, events 5% |  |\n"
        "| peak memory a worker | 311 MB | 600 MB |\n"
        "| `hearsay code one-article.txt`, new process | 1.23 s | 2.5 s |\n"
        "| first line of a long job, 1 and 2 processes | 1.10 s, 1.50 s |  |\n"
        "| import, then loading | import hearsay 200 ms, world 100 ms, lexicon 50 ms, reader 300 ms | world 150 ms |\n"
    )


def test_without_the_yardstick_nothing_is_set_beside_it():
    assert "yardstick:" not in markdown({k: v for k, v in MEASURED.items() if k != "yardstick"})


def test_measurements_are_kept_to_four_figures():
    assert rounded({"a": {"b": 1234.567}, "c": 3, "d": "x"}) == {"a": {"b": 1235.0}, "c": 3, "d": "x"}
