"""Takes the pictures of docs/explorer.md: codes the sample reports into a ledger, serves it, photographs the pages.

    python docs/screenshots.py

Needs Chromium, and Playwright and Pillow for Python; nothing is fetched.
"""

from __future__ import annotations

import shutil
import tempfile
import threading
import time
from pathlib import Path

import uvicorn
from PIL import Image
from playwright.sync_api import sync_playwright

import hearsay
from hearsay.explorer import create_app
from hearsay.ingest import read_documents
from hearsay.ledger.filters import EventFilter
from hearsay.ledger.ledger import Ledger
from hearsay.records import Document
from hearsay.stamp import coder_stamp

PICTURES = Path(__file__).parent / "pictures"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
             "--disable-component-update", "--disable-sync"]  # fmt: skip


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        db = Path(folder) / "hearsay.db"
        samples = Path(hearsay.__file__).parent / "samples"
        with Ledger.open(db) as ledger:
            for document in read_documents([str(samples)]):
                if isinstance(document, Document):
                    ledger.add(hearsay.shared_coder().code(document), coder_stamp())
            event = ledger.events(EventFilter(denied=True), "-origins", 1)[0].id
            queue = ledger.draw(size=50, maker="Ada").number
        server = uvicorn.Server(uvicorn.Config(create_app(db), port=0, log_level="warning"))
        thread = threading.Thread(target=server.run)
        thread.start()
        while not server.started:
            time.sleep(0.05)
        site = f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
        pages = {"today": "/", "events": "/events", "event": f"/events/{event}",
                 "article": "/articles/odesa-levant-wire", "network": "/network", "map": "/map",
                 "actor": "/actors/Lavrov",
                 "review": f"/review/queues/{queue}"}  # fmt: skip
        PICTURES.mkdir(exist_ok=True)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
            for scheme, width, names in (("light", 1100, pages), ("dark", 390, ["event", "map", "network", "review"])):
                page = browser.new_context(
                    viewport={"width": width, "height": 760}, color_scheme=scheme, reduced_motion="reduce"
                ).new_page()  # fmt: skip
                page.goto(f"{site}/review")
                page.fill("input[name=reviewer]", f"Ada at {width}")
                page.press("input[name=reviewer]", "Enter")
                page.wait_for_selector("text=You review as")
                for name in names:
                    page.goto(site + pages[name])
                    if name == "network":
                        page.wait_for_selector("figure.net[data-settled]")
                    if name == "map" or (width < 500 and name == "network"):
                        page.evaluate("document.querySelector('#found').scrollIntoView()")
                    path = PICTURES / f"{name}{'-phone' if width < 500 else ''}.png"
                    page.screenshot(path=path)
                    # A palette is enough for pages of few colours, and a quarter of the size.
                    Image.open(path).convert("RGB").quantize(64, dither=Image.Dither.NONE).save(path, optimize=True)
            browser.close()
        server.should_exit = True
        thread.join()


if __name__ == "__main__":
    main()
