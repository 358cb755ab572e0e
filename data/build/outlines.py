"""From control.txt to arcs: nodes, then a line for each arc, along a named natural line, a crest or valley of the terrain, or through given points."""
import pathlib
import numpy as np
from shapely.geometry import LineString, Point
from shapely.ops import substring
import refs, terrain

HERE = pathlib.Path(__file__).parent
STEP = 0.003  # degrees: simplification of natural lines before they are shared
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

def named_lines():
    return {k: LineString(rounded(refs.toL(v).simplify(STEP).coords)) for k, v in refs.build().items()}

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

def softened(path):
    """Stairs of cells made a quiet line: middles of steps, simplified, corners cut."""
    if len(path) < 3: return path
    middles = [path[0], *(((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in zip(path, path[1:])), path[-1]]
    return list(LineString(chaikin(list(LineString(middles).simplify(0.005).coords))).simplify(0.0006).coords)

def settle(nodes, arcs, lines, ground):
    """Meeting points on a named line are moved onto it, meeting points of crests to where the crests meet."""
    at, fixed = dict(nodes), set()
    for name in refs.SPEC:
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
