//! Long work of the window's thread, spread over several frames so that the window answers meanwhile.

use std::time::Duration;

use super::clock;

/// Processor time of a frame after which a panel leaves long work to another one. The scene of a map of
/// many districts takes about as long.
pub(super) const SHARE: Duration = Duration::from_millis(20);

/// Long work that may be left to another frame. Panes of maps have names.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum LongWork {
    /// The scene of a map.
    Scene(&'static str),
    /// The meshes of a map's scene.
    Meshes(&'static str),
    /// The chart of the view below the map.
    Chart,
}

/// The long work that waits for a later frame.
#[derive(Default)]
pub(super) struct WorkQueue {
    /// `None` where all work is done in the frame that asks for it.
    share: Option<Duration>,
    /// Number of the frame, of which there may be several passes; `None` before the first one.
    frame: Option<u64>,
    /// Processor time of the window's thread when the frame began.
    began: Duration,
    /// Work that waits, the longest first, each with the last frame in which it was asked for.
    waiting: Vec<(LongWork, Option<u64>)>,
    /// Whether long work was begun in this frame.
    has_begun: bool,
}

impl WorkQueue {
    /// Spreads long work over several frames from now on, for a window that people use. `share` is the
    /// processor time of a frame after which the rest waits.
    pub(super) fn spread(&mut self, share: Duration) {
        self.share = Some(share);
    }

    /// Whether long work is spread over several frames.
    pub(super) fn spreads(&self) -> bool {
        self.share.is_some()
    }

    /// Number of the frame.
    pub(super) fn frame(&self) -> Option<u64> {
        self.frame
    }

    /// Begins a frame, or another pass of the same one. Returns whether it is the first pass.
    pub(super) fn begin_frame(&mut self, number: u64) -> bool {
        if self.frame == Some(number) {
            return false;
        }
        let last = self.frame.replace(number);
        // What nobody asked for again, such as the chart of a view that was closed, waits no more.
        self.waiting.retain(|(_, asked)| *asked == last);
        self.began = clock::thread_cpu();
        self.has_begun = false;
        true
    }

    /// Whether a panel may begin long work: not where the frame has had its share, and not before work
    /// that has waited for longer. What waits longest is begun in the next frame in any case.
    pub(super) fn has_time(&mut self, work: LongWork) -> bool {
        let Some(share) = self.share else {
            return true;
        };
        let has_share = clock::thread_cpu().saturating_sub(self.began) < share;
        let position = self
            .waiting
            .iter()
            .position(|(waiting, _)| *waiting == work);
        // Another pass of the frame in which work was refused has no more time than the first.
        let has_waited = position.is_some_and(|i| self.waiting[i].1 != self.frame);
        let is_first = position.unwrap_or(self.waiting.len()) == 0;
        if is_first && (has_share || (has_waited && !self.has_begun)) {
            self.has_begun = true;
            self.waiting.retain(|(waiting, _)| *waiting != work);
            return true;
        }
        match position {
            Some(i) => self.waiting[i].1 = self.frame,
            None => self.waiting.push((work, self.frame)),
        }
        false
    }

    /// Whether work waits for another frame.
    pub(super) fn has_waiting(&self) -> bool {
        !self.waiting.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A frame in which a panel has spent more than its share before the others ask for time.
    fn long_frame(queue: &mut WorkQueue, number: u64, asked: &[LongWork]) -> Vec<bool> {
        queue.begin_frame(number);
        let mut ask = || -> Vec<bool> { asked.iter().map(|work| queue.has_time(*work)).collect() };
        let first = ask();
        // What was begun is cached, so that another pass of the frame asks for the rest, and has no more time.
        let rest: Vec<LongWork> = std::iter::zip(asked, &first)
            .filter(|(_, has_time)| !**has_time)
            .map(|(work, _)| *work)
            .collect();
        queue.begin_frame(number);
        assert!(rest.iter().all(|work| !queue.has_time(*work)));
        first
    }

    #[test]
    fn long_work_waits_for_other_long_work_and_the_longest_waiting_goes_first() {
        let mut queue = WorkQueue::default();
        let all = [
            LongWork::Meshes("map"),
            LongWork::Scene("second-map"),
            LongWork::Chart,
        ];
        let whole = long_frame(&mut queue, 1, &all);
        assert_eq!(whole, [true; 3], "a picture of one frame is whole");
        queue.spread(Duration::ZERO);
        let frames = [2, 3, 4, 5].map(|number| long_frame(&mut queue, number, &all));
        let (no, first, second, third) = (
            [false, false, false],
            [true, false, false],
            [false, true, false],
            [false, false, true],
        );
        assert_eq!(frames, [no, first, second, third]);
        // The map waits again since the third frame; it is behind the others and before the chart.
        assert_eq!(long_frame(&mut queue, 6, &all), first);
        queue.begin_frame(7);
        queue.spread(Duration::MAX);
        let mut has_time = |work| queue.has_time(work);
        assert!(
            has_time(LongWork::Scene("second-map")),
            "a short frame has time for all"
        );
        assert!(has_time(LongWork::Chart));
    }

    #[test]
    fn work_that_nobody_asks_for_any_more_keeps_no_other_waiting() {
        let mut queue = WorkQueue::default();
        queue.spread(Duration::ZERO);
        let (second, chart) = (LongWork::Scene("second-map"), LongWork::Chart);
        assert_eq!(long_frame(&mut queue, 1, &[second, chart]), [false, false]);
        assert!(queue.has_waiting());
        // The comparison was closed meanwhile.
        assert_eq!(long_frame(&mut queue, 2, &[chart]), [false]);
        assert_eq!(long_frame(&mut queue, 3, &[chart]), [true]);
        queue.begin_frame(4);
        assert!(!queue.has_waiting());
    }
}
