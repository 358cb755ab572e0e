//! The kiosk as a machine that runs for months: its configuration, and the supervisor that keeps a
//! window on the screen. What visitors see is in `app`.
//!
//! `config` reads `kiosk.toml`; `watch` decides, as a plain value without a clock, when the window
//! is started, killed and replaced; `supervise` carries that out on processes; `run` gives it the
//! program, the folder and the logs. The module may use `load` and `numeric`; `cli` makes its plan,
//! `main` runs it, `app` reads its configuration.

mod config;
mod run;
mod supervise;
mod watch;

pub use config::{
    AttractConfig, CountConfig, EXAMPLE, HoursConfig, IdleConfig, KioskConfig, LanguageConfig,
    OperatorConfig, PanelConfig, ScreenConfig, WatchConfig, read_config,
};
pub use run::{KioskPlan, run};
pub use supervise::{BEAT_BUSY, BEAT_IDLE, EXIT_BAD_ATLAS, Report, Supervision, supervise};
pub use watch::{Failure, Order, Stage, Watch};
