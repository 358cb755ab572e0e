//! Sheets of paper, and the size of a picture on them.

use clap::ValueEnum;

/// Pixels of a picture in one inch of paper. Lettering that is readable on a screen is as large on
/// paper as that of a printed atlas: 13 pixels are 6½ points.
const PIXELS_PER_INCH: f32 = 144.0;
const MM_PER_INCH: f32 = 25.4;
/// Points of a PDF in one inch.
const POINTS_PER_INCH: f32 = 72.0;

/// A sheet of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "UPPER")]
pub enum Paper {
    /// 297 × 210 mm.
    A4,
    /// 420 × 297 mm.
    A3,
    /// 594 × 420 mm.
    A2,
    /// 841 × 594 mm.
    A1,
}

impl Paper {
    /// Width and height in millimetres, upright or wide.
    #[must_use]
    pub fn mm(self, upright: bool) -> (f32, f32) {
        let (long, short) = match self {
            Self::A4 => (297.0, 210.0),
            Self::A3 => (420.0, 297.0),
            Self::A2 => (594.0, 420.0),
            Self::A1 => (841.0, 594.0),
        };
        if upright {
            (short, long)
        } else {
            (long, short)
        }
    }

    /// Width and height in pixels of a picture for the sheet.
    #[must_use]
    pub fn pixels(self, upright: bool) -> (u32, u32) {
        let (w, h) = self.mm(upright);
        let pixels = |mm: f32| (mm / MM_PER_INCH * PIXELS_PER_INCH).round() as u32;
        (pixels(w), pixels(h))
    }
}

/// Width of a PDF page in points. Without `paper` it has as many inches as the picture has pixels
/// for them, but its longer side is at most that of A3.
pub(super) fn page_width_pt((w, h): (u32, u32), paper: Option<Paper>) -> f32 {
    let points = |mm: f32| mm / MM_PER_INCH * POINTS_PER_INCH;
    let upright = h > w;
    if let Some(paper) = paper {
        return points(paper.mm(upright).0);
    }
    let (w, h) = (w as f32, h as f32);
    let longest = points(Paper::A3.mm(upright).0.max(Paper::A3.mm(upright).1));
    let scale = (POINTS_PER_INCH / PIXELS_PER_INCH).min(longest / w.max(h));
    w * scale
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_as_large_as_its_paper_and_at_most_a3_without_one() {
        let mm = |size, paper| (page_width_pt(size, paper) / 72.0 * 25.4).round();
        assert_eq!(mm(Paper::A4.pixels(false), Some(Paper::A4)), 297.0);
        assert_eq!(mm(Paper::A1.pixels(true), Some(Paper::A1)), 594.0);
        assert_eq!(mm((4000, 2000), None), 420.0);
        assert_eq!(mm((2000, 4000), None), 210.0);
        assert_eq!(mm((800, 500), None), 141.0);
        assert_eq!(Paper::A3.pixels(false), (2381, 1684));
    }
}
