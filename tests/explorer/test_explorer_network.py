"""The network as nodes and links, as GraphML, and at its page."""

import xml.etree.ElementTree as xml

from fastapi.testclient import TestClient

from hearsay.explorer.network import graph_of
from hearsay.ledger.records import Edge
from hearsay.records import Actor


def edge(one: str, other: str, events: int, hostile: int = 0) -> Edge:
    return Edge(actor=Actor(name=one), recipient=Actor(name=other), events=events,
                quads=(events - hostile, 0, 0, hostile), scale=0, origins=1)  # fmt: skip


def test_a_graph_names_each_actor_once():
    graph = graph_of([edge("Iran", "Oman", 5, 2), edge("Oman", "Iran", 3), edge("Oman", "France", 1, 1)])
    assert graph == {
        "nodes": [["Iran", "", "iran|", 8], ["Oman", "", "oman|", 9], ["France", "", "france|", 1]],
        "links": [[0, 1, 5, 3, 2, 1], [1, 0, 3, 3, 0, 1], [1, 2, 1, 0, 1, 1]],
    }


def test_a_graph_keeps_the_pairs_with_most_events():
    edges = [edge("a", "b", 9), edge("c", "d", 8), edge("a", "c", 7), edge("b", "c", 6)]
    assert [node[0] for node in graph_of(edges, most=3)["nodes"]] == ["a", "b", "c"]
    assert graph_of(edges, most=3)["links"] == [[0, 1, 9, 9, 0, 1], [0, 2, 7, 7, 0, 1], [1, 2, 6, 6, 0, 1]]
    assert graph_of([]) == {"nodes": [], "links": []}


def test_the_graph_of_the_page_holds_the_pairs_of_the_table(client: TestClient):
    graph = client.get("/network/graph.json").json()
    pairs = client.get("/network.json").json()["edges"]
    names = [node[0] for node in graph["nodes"]]
    assert [(names[a], names[b], n) for a, b, n, *_ in graph["links"]] == [
        (pair["actor"]["name"], pair["recipient"]["name"], pair["events"]) for pair in pairs
    ]


def test_graphml_is_whole(client: TestClient):
    answer = client.get("/network.graphml")
    root = xml.fromstring(answer.text)
    names = {"g": "http://graphml.graphdrawing.org/xmlns"}
    ids = {node.get("id") for node in root.iterfind(".//g:node", names)}
    edges = root.findall(".//g:edge", names)
    assert len(edges) == len(client.get("/network.json").json()["edges"])
    assert {edge.get(end) for edge in edges for end in ("source", "target")} == ids
    assert answer.headers["content-disposition"] == 'attachment; filename="hearsay.graphml"'


def test_the_network_takes_the_conditions_of_events(client: TestClient):
    pairs = client.get("/network.json?type=CONSULT&since=2024-08").json()["edges"]
    assert [(pair["actor"]["name"], pair["recipient"]["name"]) for pair in pairs] == [("Oman", "France")]
    page = client.get("/network?type=CONSULT&since=2024-08").text
    assert 'data-graph="/network/graph.json?type=CONSULT&amp;since=2024-08"' in page
    assert '<option value="CONSULT" selected>' in page
    assert "No pair of actors meets all of this" in client.get("/network?party=Atlantis").text


def test_names_in_a_graph_turn_no_reading_direction():
    turned = graph_of([edge("\u202eEvil", "Oman", 1)])["nodes"][0]
    assert turned == ["Evil", "", "\u202eevil|", 1]
