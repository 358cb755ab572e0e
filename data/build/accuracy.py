"""Measures districts.geojson: `python accuracy.py REFERENCE [--markdown]`. Intersection over union with the reference, area against the printed figures, town test."""
import json, pathlib, sys
import shapely
from shapely.geometry import Point, shape
sys.path.insert(0, str(pathlib.Path(__file__).parent))
import refs
HERE = pathlib.Path(__file__).parent
DATA = HERE.parent / "nakhchivan-1920"
# ours: key of the reference, old printed area (Brockhaus-Efron, Strelbitsky), Caucasian Calendar of 1913-17; km², as gathered from Wikipedia
ROWS = {
 "nakhchivan-uezd": ("Nakhichevan", 4391.6, 4482.9), "sharur-daralagez-uezd": ("SharurDar", 2972.4, 3001.6), "zangezur-uezd": ("Zangezur", 7772.4, 7673.9),
 "erivan-uezd": ("Erivan", 3032.0, 3100.4), "surmalu-uezd": ("Surmalu", None, 3581.6), "etchmiadzin-uezd": ("Etchmiadzin", 3858.1, 3684.4),
 "alexandropol-uezd": ("Alexandropol", 3759.8, 3854.3), "nor-bayazet-uezd": ("NorBayazet", None, 4692.0), "shusha-uezd": ("Shusha", 4911.9, 5034.0),
 "jabrayil-uezd": ("Jebrail", 3326.1, 3729.2), "jevanshir-uezd": ("Jevanshir", 5483.5, 5296.6), "kazakh-uezd": ("Kazakh", None, None),
 "elizavetpol-uezd": ("Elisavetpol", None, None), "kars-okrug": ("Kars", None, 5785.7), "kagyzman-okrug": ("Kagyzman", 4400.0, None),
 "oltu-okrug": ("Olti", None, 2983.2), "ardahan-okrug": ("Ardahan", None, 5596.9),
}
PARTS = {"nakhchivan": "NakhichevanProper", "julfa": "Julfa", "ordubad": "Ordubad", "sharur": "Sharur", "daralagez": "Daralagez", "goris": "Goris", "kafan": "Kafan",
 "meghri": "Meghri", "sisian": "Sisian", "zangezur-east": "ZangezurEast", "vedibasar": "Vedibasar", "zangibasar": "Zangibasar", "erivan-rest": "ErivanRest"}

def load(path, key):
    return {f["properties"][key]: shape(f["geometry"]).buffer(0) for f in json.loads(pathlib.Path(path).read_text(encoding="utf-8"))["features"]}

def percent(area, printed): return f"{100 * (area / printed - 1):+.1f} %" if printed else "–"

def main():
    ours, theirs = load(DATA / "districts.geojson", "id"), load(sys.argv[1], "key")
    lake = shapely.union_all([shape(f["geometry"]) for f in json.loads((DATA / "base/lakes.geojson").read_text(encoding="utf-8"))["features"] if f["properties"]["id"] == "lake-sevan"])
    print("| district | IoU with the reference | km² | against the old figure | against 1913–17 |\n|---|---|---|---|---|")
    for name, (key, old, late) in [*ROWS.items(), *((n, (k, None, None)) for n, k in PARTS.items())]:
        if name not in ours: continue
        a, b = refs.toE(ours[name]), refs.toE(theirs[key])
        iou = a.intersection(b).area / a.union(b).area
        area = (refs.toE(ours[name].difference(lake)) if name == "nor-bayazet-uezd" else a).area / 1e6
        label = name + {True: " (part)"}.get(name in PARTS, "") + {"nor-bayazet-uezd": " (land without the lake)"}.get(name, "")
        print(f"| {label} | {iou:.3f} | {area:,.0f} | {percent(area, old)} | {percent(area, late)} |")
    wrong, count = [], 0
    for line in (HERE / "towns.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"): continue
        want, lon, lat, town = line.split(" ", 3); count += 1
        got = next((n for n in ROWS if n in ours and ours[n].contains(Point(float(lon), float(lat)))), "outside")
        if got != want: wrong.append(f"{town} ({got}, expected {want})")
    print(f"\nTown test: {count - len(wrong)} of {count} in the expected district" + (": wrong " + ", ".join(wrong) if wrong else "") + ".")

main()
