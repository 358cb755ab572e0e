"""From control.txt to arcs: nodes, then a line for each arc, along a named natural line, a crest or valley of the terrain, or through given points."""
import pathlib
import numpy as np
from shapely.geometry import LineString, Point
from shapely.ops import substring
import refs, terrain

HERE = pathlib.Path(__file__).parent
STEP = 0.003  # degrees: simplification of coasts
CREST = 0.0015  # degrees: simplification of present frontiers along crests
FINE = 0.0003  # degrees: simplification of rivers that are known to 100 m
FAIR = 0.0008  # degrees: simplification of the rivers of WDB II
REACH = 1  # cells: how far a crest may pass from a point it is led through (about 1 km)
MOVE = 1   # cells: how far a meeting point may be moved to where the crests meet

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

def older(line, old, start, end):
    """`line` with the course of `old` between two points; the older line is moved so that its ends meet."""
    s, e = (line.project(Point(p)) for p in (start, end))
    a, b = line.interpolate(s), line.interpolate(e)
    way = np.array(substring(old, old.project(a), old.project(b)).coords)
    far = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(way, axis=0).T))])[:, None]
    way = way + (1 - far / far[-1]) * (np.array(a.coords[0]) - way[0]) + far / far[-1] * (np.array(b.coords[0]) - way[-1])
    return LineString([*substring(line, 0, s).coords[:-1], *(tuple(p) for p in way), *substring(line, e, line.length).coords[1:]])

def named_lines():
    """The lines of refs.py in the order in which they settle where districts meet. Rivers of WDB II get smooth bends; crests are simplified."""
    raw = {k: refs.toL(v) for k, v in refs.build().items()}
    for k, places in refs.DROWNED.items():
        for old, start, end in places: raw[k] = older(raw[k], raw[old], start, end)
    for k in ("IR", "ARAS_AM", "ARPA_LOW"): raw[k] = bends(raw[k], FINE)
    for k in ("ARAS_TOP", "ARAS_UP", "ARPA_HIGH", "KURA_UP", "KURA"): raw[k] = bends(raw[k], FAIR)
    for k in ("NAX_AM", "AM_AZ", "NAX_W", "SYUNIK", "TR_GE", "GE_AM"): raw[k] = raw[k].simplify(CREST)
    mouth = raw["ARAS_AM"].coords[0]
    low, high = raw["ARPA_LOW"], raw["ARPA_HIGH"]
    raw["ARPA"] = LineString([mouth, *low.coords[1:], *substring(high, high.project(Point(low.coords[-1])), high.length).coords[1:]])
    raw["ARAS_UP"] = LineString([*raw["ARAS_UP"].coords[:-1], mouth])
    order = ("IR", "ARAS_AM", "ARPA", "ARAS_UP", "NAX_AM", "AM_AZ", "NAX_W", "SYUNIK", "TR_GE", "GE_AM", "TR_IR", "ARAS_TOP", "KURA_UP", "KURA")
    return {k: LineString(rounded(raw[k].coords)) for k in order}

def chaikin(points, times=2):
    """Corner cutting, ends kept."""
    for _ in range(times):
        cut = [points[0]]
        for (ax, ay), (bx, by) in zip(points, points[1:]):
            cut += [(0.75 * ax + 0.25 * bx, 0.75 * ay + 0.25 * by), (0.25 * ax + 0.75 * bx, 0.25 * ay + 0.75 * by)]
        points = [*cut, points[-1]]
    return points

def curve(points):
    """A smooth line through every point (Catmull-Rom, eight steps a piece)."""
    if len(points) < 3: return points
    p = np.array([2 * np.array(points[0]) - points[1], *points, 2 * np.array(points[-1]) - points[-2]])
    out = []
    for a, b, c, d in zip(p, p[1:], p[2:], p[3:]):
        for t in np.arange(0, 1, 1 / 8):
            out.append(tuple(0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t ** 3)))
    return [*out, tuple(points[-1])]

def bends(line, tolerance):
    """A smooth line through every point of a river, with no overshoot at uneven steps (centripetal Catmull-Rom)."""
    p = np.array(line.coords)
    p = np.array([2 * p[0] - p[1], *p, 2 * p[-1] - p[-2]])
    out = []
    for a, b, c, d in zip(p, p[1:], p[2:], p[3:]):
        t = np.cumsum([0, *(max(np.hypot(*(y - x)), 1e-9) ** 0.5 for x, y in ((a, b), (b, c), (c, d)))])
        for u in np.linspace(t[1], t[2], 6, endpoint=False):
            mix = lambda x, y, i, j: ((t[j] - u) * x + (u - t[i]) * y) / (t[j] - t[i])
            x, y, z = mix(a, b, 0, 1), mix(b, c, 1, 2), mix(c, d, 2, 3)
            out.append(tuple(mix(mix(x, y, 0, 2), mix(y, z, 1, 3), 1, 2)))
    return LineString([*out, tuple(p[-2])]).simplify(tolerance)

def softened(path):
    """Stairs of cells made a quiet line: middles of steps, simplified, corners cut."""
    if len(path) < 3: return path
    middles = [path[0], *(((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in zip(path, path[1:])), path[-1]]
    return list(LineString(chaikin(list(LineString(middles).simplify(0.005).coords))).simplify(0.0006).coords)

def settle(nodes, arcs, lines, ground):
    """Meeting points on a named line are moved onto it, meeting points of crests to where the crests meet."""
    at, fixed = dict(nodes), set()
    for name in lines:
        for a, b, what, *_ in arcs:
            if what != name: continue
            for n in (a, b):
                if n in fixed: continue
                p = lines[name].interpolate(lines[name].project(Point(nodes[n])))
                at[n] = rounded([(p.x, p.y)])[0]; fixed.add(n)
    for n in nodes:
        ends = [((points or [nodes[b]])[0] if a == n else (points or [nodes[a]])[-1]) for a, b, what, _, _, points in arcs if n in (a, b) and what == "crest"]
        if n in fixed or len(ends) < 2: continue
        near = ground.disc(ground.corner(nodes[n]), MOVE)
        total = {k: 0.0 for k in near}
        for end in ends:
            cost = ground.reach({ground.corner(end): 0.0}, near, "crest")[0]
            for k in near: total[k] += cost[k]
        at[n] = rounded([ground.place(min(near, key=lambda k: (round(total[k], 6), k)))])[0]
    return at

def draw(nodes, arcs, lines, ground):
    """[(line, what it follows, precision, reason, from, to)], and where the nodes came to lie."""
    at = settle(nodes, arcs, lines, ground)
    natural = {n: what for a, b, what, *_ in reversed(arcs) if what in lines for n in (a, b)}
    free = {n: sum(n in arc[:2] and arc[2] not in lines for arc in arcs) for n in nodes}
    ways, taken = {}, set()
    for i, (a, b, what, _, _, points) in enumerate(arcs):
        if what in lines: continue
        if what == "own": coords = curve([at[a], *points, at[b]])
        else:
            path = ground.lead(at[a], at[b], points, what, REACH, taken)
            taken |= {ground.corner(p) for p in path[3:-3]}
            coords = softened([at[a], *path[1:-1], at[b]])
        for end, n in ((1, b), (0, a)):  # an arc that ends on a natural line ends where it first meets it
            if n not in natural or free[n] > 1: continue
            way = LineString(coords if end else coords[::-1])
            met = way.intersection(lines[natural[n]].buffer(1e-9))
            far = [way.project(Point(p)) for g in getattr(met, "geoms", [met]) for p in g.coords]
            far = [d for d in far if d > max(way.length - 0.08, way.length / 2)]
            if far and min(far) < way.length - 1e-6:
                coords = list(substring(way, 0, min(far)).coords); at[n] = coords[-1] = rounded(coords[-1:])[0]
                if not end: coords.reverse()
        ways[i] = coords
    out = []
    for i, (a, b, what, precision, reason, points) in enumerate(arcs):
        if what in lines:
            line = lines[what]; s, e = line.project(Point(at[a])), line.project(Point(at[b]))
            coords = rounded(substring(line, s, e).coords)[1:-1]
        else: coords = ways[i][1:-1]
        coords = rounded([at[a], *coords, at[b]])
        coords = [p for k, p in enumerate(coords) if k == 0 or p != coords[k - 1]]
        out.append((LineString(coords), what, precision, reason, a, b))
    for i, one in enumerate(out):
        for other in out[:i]:
            met = one[0].intersection(other[0])
            allowed = {at[n] for n in one[4:] if n in other[4:]}
            bad = [p for p in getattr(met, "geoms", [met] if not met.is_empty else []) if p.geom_type != "Point" or (p.x, p.y) not in allowed]
            if bad: print("arcs cross:", *other[4:], "and", *one[4:], "near", *(f"{p.centroid.x:.3f},{p.centroid.y:.3f}" for p in bad))
    return out, at
