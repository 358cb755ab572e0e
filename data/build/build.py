"""Rebuilds the map data of data/nakhchivan-1920 from control.txt and the packages in requirements.txt. Same bytes each run."""
import json, pathlib, sys
import numpy as np, shapely
from shapely.geometry import LineString, Point, Polygon, box, mapping
from shapely.ops import polygonize, substring, unary_union
sys.path.insert(0, str(pathlib.Path(__file__).parent))
import refs, wdb
HERE = pathlib.Path(__file__).parent
OUT = HERE.parent / "nakhchivan-1920"
STEP = 0.003  # degrees: simplification of natural lines before they are shared
LANGS = ("en", "az", "tr", "ru", "hy")
FRAME = (40.6, 37.2, 50.4, 42.2)

def names(text): return {k: v for k, v in zip(LANGS, text.split("|")) if v}

DISTRICTS = {  # id: kind, parent, context, printed area km², names
 "nakhchivan-uezd": ("uezd", None, False, 4391.6, "Nakhchivan uezd|Naxçıvan qəzası|Nahçıvan kazası|Нахичеванский уезд|Նախիջևանի գավառ"),
 "nakhchivan": ("part", "nakhchivan-uezd", False, None, "Nakhchivan|Naxçıvan|Nahçıvan|Нахичевань|Նախիջևան"),
 "julfa": ("part", "nakhchivan-uezd", False, None, "Julfa|Culfa|Culfa|Джульфа|Ջուլֆա"),
 "ordubad": ("part", "nakhchivan-uezd", False, None, "Ordubad|Ordubad|Ordubad|Ордубад|Օրդուբադ"),
 "sharur-daralagez-uezd": ("uezd", None, False, 2972.4, "Sharur-Daralagez|Şərur-Dərələyəz|Şerur-Dereleyez|Шаруро-Даралагез|Շարուր-Դարալագյազ"),
 "sharur": ("part", "sharur-daralagez-uezd", False, None, "Sharur|Şərur|Şerur|Шарур|Շարուր"),
 "daralagez": ("part", "sharur-daralagez-uezd", False, None, "Daralagez|Dərələyəz|Dereleyez|Даралагез|Դարալագյազ"),
 "zangezur-uezd": ("uezd", None, False, 7772.4, "Zangezur|Zəngəzur|Zengezur|Зангезур|Զանգեզուր"),
 "goris": ("part", "zangezur-uezd", False, None, "Goris|Gorus|Gorus|Герюсы|Գորիս"),
 "kafan": ("part", "zangezur-uezd", False, None, "Kafan|Qafan|Kafan|Кафан|Կապան"),
 "meghri": ("part", "zangezur-uezd", False, None, "Meghri|Mehri|Megri|Мегри|Մեղրի"),
 "sisian": ("part", "zangezur-uezd", False, None, "Sisian|Sisyan|Sisyan|Сисиан|Սիսիան"),
 "zangezur-east": ("part", "zangezur-uezd", False, None, "East of Zangezur|Şərqi Zəngəzur|||"),
 "erivan-uezd": ("uezd", None, False, 3032.0, "Erivan uezd|İrəvan qəzası|Erivan kazası|Эриванский уезд|Երևանի գավառ"),
 "vedibasar": ("part", "erivan-uezd", False, None, "Vedibasar|Vedibasar|Vedibasar|Ведибасар|Վեդիբասար"),
 "zangibasar": ("part", "erivan-uezd", False, None, "Zangibasar|Zəngibasar|Zengibasar|Зангибасар|Զանգիբասար"),
 "erivan-rest": ("part", "erivan-uezd", False, None, "Rest of Erivan uezd||||"),
 "shusha-uezd": ("uezd", None, False, 4911.9, "Shusha uezd|Şuşa qəzası|Şuşa kazası|Шушинский уезд|Շուշիի գավառ"),
 "jabrayil-uezd": ("uezd", None, False, 3326.1, "Jabrayil uezd|Cəbrayıl qəzası|Cebrail kazası|Джебраильский уезд|Ջեբրայիլի գավառ"),
 "jevanshir-uezd": ("uezd", None, False, 5483.5, "Jevanshir uezd|Cavanşir qəzası|Cevanşir kazası|Джеванширский уезд|Ջևանշիրի գավառ"),
 "surmalu-uezd": ("uezd", None, True, 3581.6, "Surmalu uezd|Sürməli qəzası|Sürmeli kazası|Сурмалинский уезд|Սուրմալուի գավառ"),
 "etchmiadzin-uezd": ("uezd", None, True, 3858.1, "Etchmiadzin uezd|Üçmüədzin qəzası||Эчмиадзинский уезд|Էջմիածնի գավառ"),
 "alexandropol-uezd": ("uezd", None, True, 3759.8, "Alexandropol uezd|Aleksandropol qəzası||Александропольский уезд|Ալեքսանդրապոլի գավառ"),
 "nor-bayazet-uezd": ("uezd", None, True, 4692.0, "Nor-Bayazet uezd|Yeni Bəyazid qəzası||Новобаязетский уезд|Նոր Բայազետի գավառ"),
 "kars-okrug": ("okrug", None, True, 5785.7, "Kars okrug|Qars dairəsi||Карсский округ|Կարսի օկրուգ"),
 "kagyzman-okrug": ("okrug", None, True, 4400.0, "Kagyzman okrug|Qağızman dairəsi||Кагызманский округ|Կաղզվանի օկրուգ"),
 "oltu-okrug": ("okrug", None, False, 2983.2, "Oltu okrug|Oltu dairəsi|Oltu|Ольтинский округ|Օլթիի օկրուգ"),
 "ardahan-okrug": ("okrug", None, True, 5596.9, "Ardahan okrug|Ərdahan dairəsi||Ардаганский округ|Արդահանի օկրուգ"),
 "kazakh-uezd": ("uezd", None, True, None, "Kazakh uezd|Qazax qəzası||Казахский уезд|Ղազախի գավառ"),
 "elizavetpol-uezd": ("uezd", None, True, None, "Elizavetpol uezd|Gəncə qəzası|Gence kazası|Елисаветпольский уезд|Գանձակի գավառ"),
}

def rounded(coords): return [(round(float(x), 5), round(float(y), 5)) for x, y in coords]

def read_control():
    nodes, arcs, faces = {}, [], {}
    for line in (HERE / "control.txt").read_text(encoding="utf-8").splitlines():
        head, _, through = line.partition("|")
        word = head.split()
        if not word or word[0].startswith("#"): continue
        if word[0] == "node": nodes[word[1]] = (float(word[2]), float(word[3]))
        elif word[0] == "face": faces[word[1]] = Point(float(word[2]), float(word[3]))
        else:
            points = [tuple(map(float, p.split(","))) for p in through.split()]
            arcs.append((word[1], word[2], word[3], int(word[4]), " ".join(word[5:]), points))
    return nodes, arcs, faces

def named_lines():
    return {k: LineString(rounded(refs.toL(v).simplify(STEP).coords)) for k, v in refs.build().items()}

def draw(nodes, arcs, lines):
    """Nodes on a natural line are moved onto it; then every arc becomes a line between its nodes."""
    at = dict(nodes)
    for name in ("IR", "ARAS_AM", "ARPA", "KURA", "NAX_AM", "AM_AZ"):
        for a, b, what, *_ in arcs:
            if what != name: continue
            for n in (a, b):
                if at[n] == nodes[n]:
                    p = lines[name].interpolate(lines[name].project(Point(nodes[n])))
                    at[n] = rounded([(p.x, p.y)])[0]
    out = []
    for a, b, what, precision, reason, points in arcs:
        if what == "own": middle = points
        else:
            line = lines[what]; s, e = line.project(Point(at[a])), line.project(Point(at[b]))
            middle = rounded(substring(line, s, e).coords)[1:-1]
        coords = [at[a], *middle, at[b]]
        coords = [p for i, p in enumerate(coords) if i == 0 or p != coords[i - 1]]
        out.append((LineString(coords), what, precision, reason))
    return out

def feature(geometry, properties):
    return {"type": "Feature", "properties": properties, "geometry": geometry}

def write(name, features):
    text = ",\n".join(json.dumps(f, ensure_ascii=False, separators=(",", ":")) for f in features)
    (OUT / name).parent.mkdir(parents=True, exist_ok=True)
    (OUT / name).write_text('{"type":"FeatureCollection","features":[\n' + text + "\n]}\n", encoding="utf-8")

def ring_geometry(g):
    g = shapely.geometry.polygon.orient(g) if g.geom_type == "Polygon" else shapely.MultiPolygon([shapely.geometry.polygon.orient(p) for p in g.geoms])
    rings = lambda p: [rounded(r.coords) for r in (p.exterior, *p.interiors)]
    if g.geom_type == "Polygon": return {"type": "Polygon", "coordinates": rings(g)}
    return {"type": "MultiPolygon", "coordinates": [rings(p) for p in g.geoms]}

def main():
    nodes, arcs, faces = read_control()
    drawn = draw(nodes, arcs, named_lines())
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
    for i, (kind, parent, context, printed, text) in DISTRICTS.items():
        g = unary_union(whole[i]); area = refs.toE(g).area / 1e6
        p = {"id": i, "names": names(text), "kind": kind, "parent": parent, "area_km2": round(area, 1), "context": context}
        if printed: p |= {"historical_area_km2": printed, "historical_area_source": "printed areas of the time, as gathered in SOURCES.md"}
        feats.append(feature(ring_geometry(g), p))
        if printed: print(f"{i:24} {area:7.0f} km², printed {printed:7.0f} ({100 * (area / printed - 1):+.1f} %)")
    write("districts.geojson", feats)
    arcs_out = []
    for n, (line, what, precision, reason) in enumerate(drawn):
        mid = line.interpolate(0.5, normalized=True); ahead = line.interpolate(0.501, normalized=True)
        dx, dy = ahead.x - mid.x, ahead.y - mid.y; k = 0.004 / (dx * dx + dy * dy) ** 0.5
        side = lambda s: next((i for i, g in leaves.items() if g.contains(Point(mid.x - s * dy * k, mid.y + s * dx * k))), None)
        left, right = side(1), side(-1)
        if left is None and right is None: print("arc outside", n, reason); continue
        arcs_out.append(feature({"type": "LineString", "coordinates": rounded(line.coords)},
            {"id": f"arc-{n + 1:03}", "left": left, "right": right, "follows": what, "reason": {"en": reason}, "precision": precision}))
    write("boundaries.geojson", arcs_out)
    base()
    places()

def base():
    frame = box(*FRAME)
    land, lakes = [], []
    for level, area, xy in wdb.load("gshhs", FRAME):
        if len(xy) < 4: continue
        g = Polygon(xy).buffer(0).intersection(frame)
        if g.is_empty: continue
        if level == 1: land.append(g)
        elif level == 2 and area > 60: lakes.append((area, g.simplify(STEP)))
    ground = unary_union(land).simplify(STEP) if land else frame
    write("base/land.geojson", [feature(ring_geometry(ground), {"id": "land", "names": {}, "kind": "land", "rank": 1})])
    known = {"lake-sevan": (45.35, 40.35, "Lake Sevan|Göyçə gölü|Gökçe Gölü|Озеро Гокча|Սևանա լիճ"), "lake-urmia": (45.5, 37.7, "Lake Urmia|Urmiya gölü|Urmiye Gölü|Озеро Урмия|Ուրմիա լիճ"), "lake-van": (43.0, 38.6, "Lake Van|Van gölü|Van Gölü|Озеро Ван|Վանա լիճ")}
    out = []
    for area, g in sorted(lakes, key=lambda t: -t[0]):
        hit = next((k for k, (x, y, _) in known.items() if g.distance(Point(x, y)) < 0.15), None)
        if hit: out.append(feature(ring_geometry(g), {"id": hit, "names": names(known.pop(hit)[2]), "kind": "lake", "rank": 1}))
    write("base/lakes.geojson", out)
    lines = named_lines()
    rivers = [("river-araxes", "Araxes|Araz|Aras|Аракс|Արաքս", 1, [lines["ARAS_UP"], lines["ARAS_AM"], lines["IR"]]),
        ("river-arpachay", "Arpachay|Arpaçay|Arpaçay|Арпачай|Ախուրյան", 2, [lines["ARPA"]]), ("river-kura", "Kura|Kür|Kür|Кура|Կուր", 1, [lines["KURA"]])]
    own = {  # drawn by us along the valleys, ±3 km
     "river-nakhchivanchay|Nakhchivanchay|Naxçıvançay|Nahçıvan Çayı|Нахичеванчай|Նախիջևան գետ": "45.62,39.47 45.57,39.40 45.50,39.32 45.43,39.22 45.39,39.16",
     "river-alinja|Alinjachay|Əlincəçay|Elince Çayı|Алинджачай|Երնջակ": "45.80,39.25 45.72,39.15 45.66,39.05 45.62,38.97",
     "river-arpa|Eastern Arpa|Arpaçay||Восточный Арпачай|Արփա": "45.68,39.87 45.72,39.75 45.52,39.69 45.33,39.74 45.20,39.70 45.10,39.62 44.98,39.53 44.93,39.48",
     "river-vorotan|Vorotan|Bazarçay||Базарчай|Որոտան": "45.80,39.72 45.92,39.58 46.10,39.50 46.30,39.45 46.45,39.42 46.58,39.34 46.70,39.24 46.76,39.16",
     "river-hakari|Hakari|Həkəri||Акера|Աղավնո": "46.33,39.90 46.50,39.65 46.56,39.50 46.62,39.38 46.70,39.24",
     "river-okhchu|Okhchu|Oxçu||Охчи|Ողջի": "46.05,39.17 46.25,39.18 46.41,39.20 46.55,39.14 46.68,39.05",
     "river-zangi|Zangi|Zəngi|Zengi|Занга|Հրազդան": "44.97,40.56 44.75,40.48 44.65,40.35 44.50,40.18 44.45,40.05 44.43,40.00",
     "river-terter|Terter|Tərtər||Тертер|Թարթառ": "45.95,40.05 46.20,40.17 46.50,40.25 46.80,40.28 47.05,40.38 47.25,40.52",
    }
    feats = []
    for i, text, rank, parts in rivers:
        feats.append(feature({"type": "MultiLineString", "coordinates": [rounded(l.coords) for l in parts]}, {"id": i, "names": names(text), "kind": "river", "rank": rank}))
    for key, points in own.items():
        i, text = key.split("|", 1)
        coords = smooth([tuple(map(float, p.split(","))) for p in points.split()])
        feats.append(feature({"type": "LineString", "coordinates": rounded(coords)}, {"id": i, "names": names(text), "kind": "river", "rank": 3}))
    write("base/rivers.geojson", feats)
    rails = json.loads((HERE / "railways.geojson").read_text(encoding="utf-8"))["features"]
    write("base/railways.geojson", [feature(f["geometry"], {"id": f"railway-{n + 1}", "names": {"en": f["properties"]["name"]}, "kind": "railway", "rank": 1 if n == 0 else 2}) for n, f in enumerate(rails)])

def smooth(points):
    """Chaikin's corner cutting, twice, ends kept."""
    for _ in range(2):
        cut = [points[0]]
        for (ax, ay), (bx, by) in zip(points, points[1:]):
            cut += [(0.75 * ax + 0.25 * bx, 0.75 * ay + 0.25 * by), (0.25 * ax + 0.75 * bx, 0.25 * ay + 0.75 * by)]
        points = [*cut, points[-1]]
    return points

def places():
    rows = json.loads((HERE / "places.json").read_text(encoding="utf-8"))
    feats = []
    for r in rows:
        point = r.pop("point")
        feats.append(feature({"type": "Point", "coordinates": point} if point else None, r))
    write("places.geojson", feats)

main()
