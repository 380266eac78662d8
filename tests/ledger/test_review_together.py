"""Two people review at once through the explorer, on either database: no item is with both, no word is lost."""

import re
import threading

from fastapi.testclient import TestClient

from hearsay.explorer import create_app
from hearsay.ledger.ledger import Ledger
from tests.ledger.made import act, told


def fields(page: str) -> dict[str, str]:
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', page))


def work(client: TestClient, name: str, together: threading.Barrier, seen: list[str], wrong: list[object]) -> None:
    """Come in, and accept what comes until nothing does; each form is sent twice."""
    try:
        token = fields(client.get("/review").text)["token"]
        client.post("/review/name", data={"token": token, "reviewer": name})
        together.wait(30)
        page = client.get("/review/queues/1")
        while "item" in (form := fields(page.text)):
            seen.append(form["item"])
            client.post("/review/queues/1", data={**form, "verdict": "accept"}, follow_redirects=False)
            page = client.post("/review/queues/1", data={**form, "verdict": "accept"})
            if page.status_code != 200:
                wrong.append((page.status_code, page.text))
                return
    except Exception as error:
        wrong.append(error)


def test_two_browsers_share_a_queue(place: str, ledger: Ledger):
    ledger.add(told("Delta Times", "2024-07-20", *(act("Iran", "ACCUSE", f"town {n}") for n in range(20))))
    ledger.draw(size=20, share=0, maker="Ada")
    seen: dict[str, list[str]] = {"Ada": [], "Ben": []}
    wrong: list[object] = []
    together = threading.Barrier(2)
    with TestClient(create_app(place, a_minute=1_000_000)) as first:
        clients = {"Ada": first, "Ben": TestClient(first.app)}
        threads = [
            threading.Thread(target=work, args=(client, name, together, seen[name], wrong))
            for name, client in clients.items()
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert wrong == []
    assert sorted(seen["Ada"] + seen["Ben"]) == sorted({*seen["Ada"], *seen["Ben"]})
    reviews = ledger.reviews(undone=True)
    assert sorted((r.reviewer, r.item) for r in reviews) == sorted((n, item) for n in seen for item in seen[n])
    assert (len(reviews), ledger.queue(1).done) == (20, 20)
