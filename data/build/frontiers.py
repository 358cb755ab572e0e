"""Reader for the npm package @geo-maps/countries-coastline-100m 0.6.0: frontiers and coasts of OpenStreetMap as of 2017, exact to 100 m (ODbL 1.0).
Where two countries meet they share every vertex. `make data` puts the package under target/npm; its hash is checked here."""
import hashlib, json, pathlib, sys, tarfile
PACKAGE = pathlib.Path(__file__).parent.parent.parent / "target/npm/geo-maps-countries-coastline-100m-0.6.0.tgz"
SHA256 = "8dc4e96eabc42b8606843269f91452716d47b3e444962b07d1c73044d318ce58"
COUNTRIES = ("ARM", "AZE", "GEO", "IRN", "IRQ", "KAZ", "RUS", "SYR", "TKM", "TUR")
_rings = None

def rings():
    """[(country, closed ring of (lon, lat))] of the countries round the map."""
    global _rings
    if _rings is None:
        if not PACKAGE.exists(): sys.exit(f"{PACKAGE} is missing: run `make data`")
        if hashlib.sha256(PACKAGE.read_bytes()).hexdigest() != SHA256: sys.exit(f"{PACKAGE} is not the package it should be")
        with tarfile.open(PACKAGE) as tar: world = json.load(tar.extractfile("package/map.geo.json"))
        _rings = []
        for f in world["features"]:
            g, who = f["geometry"], f["properties"]["A3"]
            if who not in COUNTRIES: continue
            for polygon in [g["coordinates"]] if g["type"] == "Polygon" else g["coordinates"]:
                _rings += [(who, [tuple(p) for p in ring]) for ring in polygon]
    return _rings

def pieces(edges, box):
    """The runs of edges inside a box as lists of points; `edges` are pairs of points, those that follow each other in order."""
    inside = lambda p: box[0] <= p[0] <= box[2] and box[1] <= p[1] <= box[3]
    out = []
    for a, b in edges:
        if not (inside(a) and inside(b)): continue
        if out and out[-1][-1] == a: out[-1].append(b)
        else: out.append([a, b])
    return out

def outlines(box):
    """All outlines of countries inside a box."""
    return [piece for _, ring in rings() for piece in pieces(zip(ring, ring[1:]), box)]

def shared(box):
    """The frontiers inside a box: edges that two countries share, each once."""
    owners = {}
    for who, ring in rings():
        for a, b in zip(ring, ring[1:]): owners.setdefault(frozenset((a, b)), set()).add(who)
    taken, out = set(), []
    for _, ring in rings():
        edges = []
        for a, b in zip(ring, ring[1:]):
            key = frozenset((a, b))
            if len(owners[key]) > 1 and key not in taken: taken.add(key); edges.append((a, b))
        out += pieces(edges, box)
    return out
