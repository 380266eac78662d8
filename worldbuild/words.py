"""Common English words, so that no name that is also a word matches in lower case.

Counted in the lower-case running text of the Factbook, which is in the public domain, plus a list of everyday words
that
government prose lacks.
"""

from __future__ import annotations

import gzip
import re
from collections import Counter
from pathlib import Path

from hearsay.world.names import normalise

_EVERYDAY = """
us is it who in on at by of or an am as be do go he if me my no so to up we un il al la le de el den van von may march
can will
male mobile nice reading split bar most same police bath orange mercury sale hull deal rugby ware wells street cook
hill wood
bell black white brown green gray grey young long short small little big rich king queen prince bishop pope abbot
judge major
general marshal butler baker carter cooper fisher hunter miller mason shepherd smith taylor turner walker weaver wolf
fox bird
rose lily daisy ruby amber pearl stone rock field fields brook brooks lake rivers ford bush rice bean berry berries
cherry
apple lemon olive pepper salt sugar page pages book price bond cash banks bank gates gate hall house church temple
cross holy
grace faith hope love joy blessing christian sharp strong swift wise noble moody savage gay hardy hale hart harm haste
may june
april august summer winter spring frost snow rain storm flood day days knight night moon star sun sky west east north
south
england french german english irish scott welsh holland spain chad jordan georgia china turkey victoria florence paris
sydney
bill mark rob drew grant frank pat sue will ray jack dick bob jimmy peter art guy dean earl duke baron law laws power
powers
power best good bad mean means mean sun day go keys key ball balls bloom blair boots boot brass bridge bull bullock
burn burns
burr cage camp camps case chance chase child childs close coin cole cope corn cotton court crane craft cruise cruz
dale dance
darling dash daw day dear dell dent dew dove drake dunn dyer early eagle eaves edge ego ember english face fair farmer
fast
feather fine finch fish flake flint flower forest foster found free freed freeman friend frost fry fuller game garner
gill glass
gold golden good gore goss gross gunn guy hand hands harness harper hawk hay head heard heart heath high hogg hook
hope horn
house howl hunt hurt hyde ice idle inch iron ivy jay jewel jolly joy judd just kid kind king kirk knapp lamb lance
lane lark law
lead leaf lee light lightfoot line link lion lock london lord lot loud lovely low luck lynch man march mark marks
marsh may mead
means mild mills mint mix money moon moore more moss mount music nail neighbor new night nixon noon nurse oak oaks
obey old
outlaw pack paint palm park parks parr pass past peace peak penny person petty pike pine place plant plum pool poor
pope porter
pound power pray presley prior proud quick race rain raines ram rank ray read redd reed rich ring rise rivers road
robins rod
roe rogue rowe rush rust sage sands self sell shade shaw shell ship short silver simple sink small snow sparks speed
spike staff
stark state steel stern stock stout street strange such summers swan tall teller thorn tidy tiger tower town trail
train treat
trick trump truss turner tyler vice vine voice wade wait walker wall walls ward warden ware waters way webb weed wells
west whale
wheat wheeler while whip wild wine wing winner winter wolf woods word worth wright yard young zeal
agency alliance army assembly association authority brigade centre center club coalition college commission committee
company
congress corps council court dawn defence defense department division dispatch echo enterprise express federation fire
forum foundation front globe group guardian guard herald home hour independent information institute journal justice
league
liberty life line list media mission mirror monitor movement nation national network news observer office order
organisation
organization party people post press progress public radio record register report review right rights sector security
senate
service shield sky solidarity spark standard star state sun system telegraph time times today tribune truth union
unity university
variety view voice wire word work workers world youth progress patriot watch trend path republic reform renewal vision
action
hello hi ok quad hawks mash baza beta amnesty gallup vox lords commons senate duma diet republicans democrats tories
greens walla
kan rap rapper pace mend gam milf jem sky fox vice wired slate atlantic hill mail
""".split()  # noqa: SIM905


def common(raw: Path) -> frozenset[str]:
    """Normalised words that running text prints in lower case at least four times, and the everyday list."""
    counts: Counter[str] = Counter()
    for name in ("timeline_2015_2026.tsv.gz", "annual_1990_2021.tsv.gz"):
        for line in gzip.decompress((raw / "factbook" / name).read_bytes()).decode().split("\n"):
            counts.update(set(re.findall(r"(?<![\w'-])[a-z]{2,}(?![\w'-])", line)))
    found = {normalise(w) for w, n in counts.items() if n >= 4}
    return frozenset(found | {normalise(w) for w in _EVERYDAY})
