//! Contour lines of a square of samples, by marching squares.

/// A point of the square, in samples from its left top.
pub(super) type Sample = (f32, f32);

const NONE: u32 = u32::MAX;

/// Makes contour lines; it keeps its memory between them.
pub(super) struct Lines {
    /// Samples along a side of the square.
    side: usize,
    /// For each edge between two samples the one or two edges at which the line goes on. The edge
    /// to the east of a sample has twice its number, the edge to the south one more.
    next: Vec<[u32; 2]>,
    /// The edges that the line crosses, in the order in which they were found.
    crossed: Vec<u32>,
}

impl Lines {
    pub(super) fn new(side: usize) -> Self {
        Self {
            side,
            next: vec![[NONE; 2]; side * side * 2],
            crossed: Vec::new(),
        }
    }

    /// The contour lines of one height in the given cells, each named by its left top sample.
    /// Closed lines end where they begin.
    pub(super) fn of(
        &mut self,
        heights: &[f32],
        level: f32,
        cells: &[(u16, u16)],
    ) -> Vec<Vec<Sample>> {
        for (i, j) in cells {
            let sample = usize::from(*j) * self.side + usize::from(*i);
            let corners = [
                sample,
                sample + 1,
                sample + self.side + 1,
                sample + self.side,
            ];
            let above = corners.map(|s| heights[s] >= level);
            let edges = [
                2 * sample,
                2 * (sample + 1) + 1,
                2 * (sample + self.side),
                2 * sample + 1,
            ]
            .map(|e| e as u32);
            let crosses: [bool; 4] = std::array::from_fn(|k| above[k] != above[(k + 1) % 4]);
            let mean = corners.iter().map(|s| heights[*s]).sum::<f32>() / 4.0;
            match crosses {
                [true, true, true, true] if (mean >= level) == above[0] => {
                    self.link(edges[0], edges[1]);
                    self.link(edges[2], edges[3]);
                }
                [true, true, true, true] => {
                    self.link(edges[3], edges[0]);
                    self.link(edges[1], edges[2]);
                }
                _ => {
                    let mut two = (0..4).filter(|k| crosses[*k]).map(|k| edges[k]);
                    if let (Some(a), Some(b)) = (two.next(), two.next()) {
                        self.link(a, b);
                    }
                }
            }
        }
        let mut out = Vec::new();
        // Open lines first, from their ends; what is left is closed.
        for is_open in [true, false] {
            for k in 0..self.crossed.len() {
                let start = self.crossed[k];
                let [a, b] = self.next[start as usize];
                let is_start = a != NONE && (b == NONE || !is_open);
                if is_start {
                    out.push(self.line(heights, level, start));
                }
            }
        }
        self.crossed.clear();
        out
    }

    fn link(&mut self, a: u32, b: u32) {
        for (a, b) in [(a, b), (b, a)] {
            let ends = &mut self.next[a as usize];
            match ends {
                [NONE, _] => {
                    ends[0] = b;
                    self.crossed.push(a);
                }
                _ => ends[1] = b,
            }
        }
    }

    /// The line from an edge on. The links that it follows are removed.
    fn line(&mut self, heights: &[f32], level: f32, start: u32) -> Vec<Sample> {
        let mut line = Vec::new();
        let mut at = start;
        loop {
            line.push(self.crossing(heights, level, at));
            let to = self.next[at as usize].into_iter().find(|e| *e != NONE);
            let Some(to) = to else { break };
            self.unlink(at, to);
            self.unlink(to, at);
            at = to;
        }
        line
    }

    fn unlink(&mut self, a: u32, b: u32) {
        let ends = &mut self.next[a as usize];
        if let Some(end) = ends.iter_mut().find(|e| **e == b) {
            *end = NONE;
        }
    }

    /// Where a height lies on an edge.
    fn crossing(&self, heights: &[f32], level: f32, edge: u32) -> Sample {
        let (sample, is_south) = (edge as usize / 2, edge % 2 == 1);
        let (x, y) = ((sample % self.side) as f32, (sample / self.side) as f32);
        let (here, there) = if is_south {
            (heights[sample], heights[sample + self.side])
        } else {
            (heights[sample], heights[sample + 1])
        };
        let part = (level - here) / (there - here);
        if is_south {
            (x, y + part)
        } else {
            (x + part, y)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(side: usize, height: impl Fn(f32, f32) -> f32, level: f32) -> Vec<Vec<Sample>> {
        let all = |n: usize| (0..n).flat_map(move |j| (0..n).map(move |i| (i, j)));
        let heights: Vec<f32> = all(side).map(|(i, j)| height(i as f32, j as f32)).collect();
        let cells: Vec<(u16, u16)> = all(side - 1).map(|(i, j)| (i as u16, j as u16)).collect();
        let mut lines = Lines::new(side);
        let first = lines.of(&heights, level, &cells);
        assert_eq!(
            lines.of(&heights, level, &cells),
            first,
            "nothing is left behind"
        );
        first
    }

    #[test]
    fn a_cone_has_round_contours_and_a_slope_straight_ones() {
        let cone = lines(21, |x, y| 10.0 - (x - 10.0).hypot(y - 10.0), 4.0);
        assert_eq!(cone.len(), 1);
        assert_eq!(cone[0].first(), cone[0].last(), "it is closed");
        for (x, y) in &cone[0] {
            assert!(((x - 10.0).hypot(y - 10.0) - 6.0).abs() < 0.1);
        }
        let slope = lines(9, |x, _| x, 3.5);
        assert_eq!(slope.len(), 1);
        assert_eq!(slope[0].len(), 9);
        assert!(slope[0].iter().all(|(x, _)| *x == 3.5));
    }

    #[test]
    fn two_peaks_have_two_contours_and_a_saddle_keeps_them_apart() {
        let peaks = |x: f32, y: f32| {
            let far = |cx: f32, cy: f32| (x - cx).hypot(y - cy);
            10.0 - far(5.0, 5.0).min(far(15.0, 15.0))
        };
        assert_eq!(lines(21, peaks, 6.0).len(), 2);
        let saddle = lines(2, |x, y| if x == y { 1.0 } else { 0.0 }, 0.6);
        assert_eq!(saddle.len(), 2);
    }
}
