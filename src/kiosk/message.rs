//! What the window tells its supervisor: lines on its standard output.

use serde::{Deserialize, Serialize};

use super::counts::Seen;

/// One line from the window.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Message {
    /// A frame was drawn.
    Beat {
        /// Whether nobody uses the kiosk.
        is_idle: bool,
        /// Greatest processor time, in milliseconds, that the window's own thread took for the panels
        /// of a frame since the last beat.
        work_ms: f64,
    },
    /// A visitor has opened something.
    Seen(Seen),
    /// The operator asks for something.
    Request(Request),
}

/// What the operator's page asks of the supervisor.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Request {
    /// Read the configuration and the atlas again.
    Reload,
    /// Copy the counts and the logs.
    Export,
    /// Close the kiosk.
    ShutDown,
    /// Change a setting and keep it.
    Set(Setting),
}

/// A setting that the operator's page can change.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Setting {
    /// See [`super::ScreenConfig::low_reach`].
    LowReach(bool),
    /// See [`super::IdleConfig::after_s`].
    IdleAfterS(f64),
}

impl Message {
    /// The line without its end.
    ///
    /// ```
    /// use araxes::kiosk::Message;
    ///
    /// let beat = Message::Beat { is_idle: true, work_ms: 8.5 };
    /// assert_eq!(Message::read(&beat.line()), Some(beat));
    /// assert_eq!(Message::read("something else"), None);
    /// ```
    #[must_use]
    pub fn line(&self) -> String {
        serde_json::json!(self).to_string()
    }

    /// Reads a line; `None` for one that is no message.
    #[must_use]
    pub fn read(line: &str) -> Option<Self> {
        serde_json::from_str(line).ok()
    }
}
