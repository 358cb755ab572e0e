"""Rebuilds the map data of data/nakhchivan-1920 from control.txt and the packages in requirements.txt. Same bytes each run."""
import hashlib, json, pathlib, sys
import shapely
from shapely.geometry import Point
from shapely.ops import polygonize, unary_union
sys.path.insert(0, str(pathlib.Path(__file__).parent))
import base, outlines, refs, terrain
from base import feature, names, text
from outlines import rounded
HERE = pathlib.Path(__file__).parent
OUT = HERE.parent / "nakhchivan-1920"

DISTRICTS = {  # id: kind, parent, context, printed area km², names
 "nakhchivan-uezd": ("uezd", None, False, 4391.6, "Nakhchivan uezd|Naxçıvan qəzası|Nahçıvan kazası|Нахичеванский уезд|Նախիջևանի գավառ"),
 "nakhchivan": ("part", "nakhchivan-uezd", False, None, "Nakhchivan|Naxçıvan|Nahçıvan|Нахичевань|Նախիջևան"),
 "julfa": ("part", "nakhchivan-uezd", False, None, "Julfa|Culfa|Culfa|Джульфа|Ջուլֆա"),
 "ordubad": ("part", "nakhchivan-uezd", False, None, "Ordubad|Ordubad|Ordubad|Ордубад|Օրդուբադ"),
 "sharur-daralagez-uezd": ("uezd", None, False, 2972.4, "Sharur-Daralagez uezd|Şərur-Dərələyəz qəzası|Şerur-Dereleyez kazası|Шаруро-Даралагезский уезд|Շարուր-Դարալագյազի գավառ"),
 "sharur": ("part", "sharur-daralagez-uezd", False, None, "Sharur|Şərur|Şerur|Шарур|Շարուր"),
 "daralagez": ("part", "sharur-daralagez-uezd", False, None, "Daralagez|Dərələyəz|Dereleyez|Даралагез|Դարալագյազ"),
 "zangezur-uezd": ("uezd", None, False, 7772.4, "Zangezur uezd|Zəngəzur qəzası|Zengezur kazası|Зангезурский уезд|Զանգեզուրի գավառ"),
 "goris": ("part", "zangezur-uezd", False, None, "Goris|Gorus|Gorus|Герюсы|Գորիս"),
 "kafan": ("part", "zangezur-uezd", False, None, "Kafan|Qafan|Kafan|Кафан|Ղափան"),
 "meghri": ("part", "zangezur-uezd", False, None, "Meghri|Mehri|Megri|Мегри|Մեղրի"),
 "sisian": ("part", "zangezur-uezd", False, None, "Sisian|Sisyan|Sisyan|Сисиан|Սիսիան"),
 "zangezur-east": ("part", "zangezur-uezd", False, None, "East of Zangezur uezd|Zəngəzur qəzasının şərqi|Zengezur kazasının doğusu|Восток Зангезурского уезда|Զանգեզուրի գավառի արևելք"),
 "erivan-uezd": ("uezd", None, False, 3032.0, "Yerevan uezd|İrəvan qəzası|Erivan kazası|Эриванский уезд|Երևանի գավառ"),
 "vedibasar": ("part", "erivan-uezd", False, None, "Vedibasar|Vedibasar|Vedibasar|Ведибасар|Վեդիբասար"),
 "zangibasar": ("part", "erivan-uezd", False, None, "Zangibasar|Zəngibasar|Zengibasar|Зангибасар|Զանգիբասար"),
 "erivan-rest": ("part", "erivan-uezd", False, None, "Rest of Yerevan uezd|İrəvan qəzasının qalanı|Erivan kazasının kalanı|Остальная часть Эриванского уезда|Երևանի գավառի մնացածը"),
 "shusha-uezd": ("uezd", None, False, 4911.9, "Shusha uezd|Şuşa qəzası|Şuşa kazası|Шушинский уезд|Շուշիի գավառ"),
 "jabrayil-uezd": ("uezd", None, False, 3326.1, "Jabrayil uezd|Cəbrayıl qəzası|Cebrail kazası|Джебраильский уезд|Ջեբրայիլի գավառ"),
 "jevanshir-uezd": ("uezd", None, False, 5483.5, "Jevanshir uezd|Cavanşir qəzası|Cevanşir kazası|Джеванширский уезд|Ջևանշիրի գավառ"),
 "surmalu-uezd": ("uezd", None, True, 3581.6, "Surmalu uezd|Sürməli qəzası|Sürmeli kazası|Сурмалинский уезд|Սուրմալուի գավառ"),
 "etchmiadzin-uezd": ("uezd", None, True, 3858.1, "Etchmiadzin uezd|Üçmüədzin qəzası|Eçmiyazin kazası|Эчмиадзинский уезд|Էջմիածնի գավառ"),
 "alexandropol-uezd": ("uezd", None, True, 3759.8, "Alexandropol uezd|Gümrü qəzası|Gümrü kazası|Александропольский уезд|Ալեքսանդրապոլի գավառ"),
 "nor-bayazet-uezd": ("uezd", None, True, 4692.0, "Novobayazet uezd|Yeni Bəyazid qəzası|Yeni Bayezit kazası|Новобаязетский уезд|Նոր Բայազետի գավառ"),
 "kars-okrug": ("okrug", None, True, 5785.7, "Kars okrug|Qars dairəsi|Kars okrugu|Карсский округ|Կարսի օկրուգ"),
 "kagyzman-okrug": ("okrug", None, True, 4400.0, "Kagyzman okrug|Qağızman dairəsi|Kağızman okrugu|Кагызманский округ|Կաղզվանի օկրուգ"),
 "oltu-okrug": ("okrug", None, False, 2983.2, "Oltu okrug|Oltu dairəsi|Oltu okrugu|Ольтинский округ|Օլթիի օկրուգ"),
 "ardahan-okrug": ("okrug", None, True, 5596.9, "Ardahan okrug|Ərdahan dairəsi|Ardahan okrugu|Ардаганский округ|Արդահանի օկրուգ"),
 "kazakh-uezd": ("uezd", None, True, None, "Kazakh uezd|Qazax qəzası|Kazah kazası|Казахский уезд|Ղազախի գավառ"),
 "elizavetpol-uezd": ("uezd", None, True, None, "Ganja uezd|Gəncə qəzası|Gence kazası|Гянджинский уезд|Գանձակի գավառ"),
}

def write(name, features):
    joined = ",\n".join(json.dumps(f, ensure_ascii=False, separators=(",", ":")) for f in features)
    (OUT / name).parent.mkdir(parents=True, exist_ok=True)
    (OUT / name).write_text('{"type":"FeatureCollection","features":[\n' + joined + "\n]}\n", encoding="utf-8")

def ring_geometry(g):
    g = shapely.geometry.polygon.orient(g) if g.geom_type == "Polygon" else shapely.MultiPolygon([shapely.geometry.polygon.orient(p) for p in g.geoms])
    rings = lambda p: [rounded(r.coords) for r in (p.exterior, *p.interiors)]
    if g.geom_type == "Polygon": return {"type": "Polygon", "coordinates": rings(g)}
    return {"type": "MultiPolygon", "coordinates": [rings(p) for p in g.geoms]}

# Parts that have no name of their own: theirs only describe them.
DESCRIBED = {"zangezur-east", "erivan-rest"}


def main():
    ground = terrain.Terrain()
    lines = outlines.named_lines()
    sevan = base.water(write, ring_geometry, lines, ground)
    nodes, arcs, faces = outlines.read_control()
    drawn, _ = outlines.draw(nodes, arcs, lines, ground)
    cells = list(polygonize(unary_union([d[0] for d in drawn])))
    leaves = {}
    for name, seed in faces.items():
        hit = [c for c in cells if c.contains(seed)]
        if len(hit) != 1: sys.exit(f"{name}: {len(hit)} faces hold its point")
        leaves[name] = hit[0]
    # A face without a name is a sliver between a river and a line of our own: it goes to its longest neighbour.
    named = list(leaves.values())
    for cell in cells:
        if any(cell.equals(p) for p in named): continue
        near = max(leaves, key=lambda n: leaves[n].boundary.intersection(cell.boundary).length)
        if cell.area > 0.02: print(f"unnamed face of {cell.area:.4f} square degrees near {near}", cell.centroid)
        leaves[near] = unary_union([leaves[near], cell])
    whole = {i: [leaves[i]] for i in leaves}
    for i, (_, parent, *_) in DISTRICTS.items():
        if parent: whole.setdefault(parent, []).append(leaves[i])
    feats = []
    for i, (kind, parent, context, printed, called) in DISTRICTS.items():
        g = unary_union(whole[i]); area = refs.toE(g.difference(sevan) if i == "nor-bayazet-uezd" else g).area / 1e6
        p = {"id": i, "names": names(called), "kind": kind, "parent": parent, "area_km2": round(area, 1), "context": context}
        if printed: p |= {"historical_area_km2": printed, "historical_area_source": "printed areas of the time, as gathered in SOURCES.md"}
        if i == "nor-bayazet-uezd": p["note"] = text("The area is the land without Lake Sevan, as the printed figure is; the outline holds the lake.")
        if kind == "part": p["note"] = text("The line inside the uezd is a stand-in of this atlas; the lines of the time were not found.")
        if i in DESCRIBED: p["described"] = True
        feats.append(feature(ring_geometry(g), p))
        if printed: print(f"{i:24} {area:7.0f} km², printed {printed:7.0f} ({100 * (area / printed - 1):+.1f} %)")
    write("districts.geojson", feats)
    arcs_out = []
    for n, (line, what, precision, reason, *_) in enumerate(drawn):
        mid = line.interpolate(0.5, normalized=True); ahead = line.interpolate(0.501, normalized=True)
        dx, dy = ahead.x - mid.x, ahead.y - mid.y; k = 0.004 / (dx * dx + dy * dy) ** 0.5
        side = lambda s: next((i for i, g in leaves.items() if g.contains(Point(mid.x - s * dy * k, mid.y + s * dx * k))), None)
        left, right = side(1), side(-1)
        if left is None and right is None: print("arc outside", n, reason); continue
        arcs_out.append(feature({"type": "LineString", "coordinates": rounded(line.coords)},
            {"id": f"arc-{n + 1:03}", "left": left, "right": right, "follows": what, "reason": text(reason), "precision": precision}))
    write("boundaries.geojson", arcs_out)
    base.made(write, lines)
    base.region(write, ring_geometry)
    base.relief(OUT)
    places()
    check(leaves)
    # base/names.geojson is written by hand.
    made = sorted([*(p for p in (OUT / "base").iterdir() if p.name != "names.geojson"), *(OUT / f for f in ("boundaries.geojson", "districts.geojson", "places.geojson"))])
    sums = [f"{hashlib.sha256(p.read_bytes()).hexdigest()}  {p.relative_to(OUT.parent.parent).as_posix()}\n" for p in made]
    (HERE / "SHA256SUMS").write_text("".join(sums), encoding="utf-8")

def check(leaves):
    """The leaves tile the ground: no overlap, no gap, edges shared vertex for vertex."""
    pieces = [shapely.geometry.shape(ring_geometry(g)) for g in leaves.values()]
    if not shapely.coverage_is_valid(pieces): sys.exit("the districts do not share their edges")
    ways = json.loads((OUT / "base/railways.geojson").read_text(encoding="utf-8"))["features"]
    if not unary_union(pieces).contains(shapely.geometry.shape(ways[0]["geometry"])): sys.exit("the railway from Yerevan to Julfa crosses the Araxes")
    holes = len(unary_union(pieces).interiors) if unary_union(pieces).geom_type == "Polygon" else -1
    if holes: sys.exit(f"the districts are not one ground without holes ({holes})")

def places():
    rows = json.loads((HERE / "places.json").read_text(encoding="utf-8"))
    feats = []
    for r in rows:
        point = r.pop("point")
        feats.append(feature({"type": "Point", "coordinates": point} if point else None, r))
    write("places.geojson", feats)

main()
