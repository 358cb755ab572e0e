//! The kiosk as a machine that runs for months: its configuration, and the supervisor that keeps a
//! window on the screen. What visitors see is in `session` and `app`.
//!
//! `config` is `kiosk.toml`, which `config_read` reads and checks, and `plan` makes of it what the supervisor works with; `watch`
//! decides, as a plain value without a clock, when the window is started, killed and replaced;
//! `supervise` carries that out on processes and hears what the window tells (`message`); `run` gives it
//! the program, the folder (`keep`, `arrivals`), the numbers of visits (`counts`) and the logs
//! (`logs`). The module may use `load`, `model` and `timeline`; `cli` makes its plan, `main` runs it,
//! `app` reads its configuration.

mod arrivals;
mod config;
mod config_read;
mod counts;
mod keep;
mod logs;
mod message;
mod pin;
mod plan;
mod report;
mod run;
mod supervise;
mod watch;

pub use config::{
    AttractConfig, CountConfig, EXAMPLE, HoursConfig, IdleConfig, KioskConfig, LanguageConfig,
    OperatorConfig, PanelConfig, ScreenConfig, WatchConfig,
};
pub use config_read::{atlas_fault, check_with_atlas, read_config, warnings};
pub use counts::{Counts, Hour, Seen, use_of_day};
pub use message::{Message, Request, Setting};
pub use pin::{Attempts, PinError, hash_pin};
pub use plan::{KioskPlan, KioskStart, WindowSettings};
pub use report::{HEARTBEAT, Report};
pub use run::{MEMORY, run};
pub use supervise::{Answer, Supervision, supervise};
pub use watch::{End, Failure, Limits, Order, Stage, Watch};

/// Exit code of a window whose atlas has faults or cannot be read.
pub const EXIT_BAD_ATLAS: u8 = 3;
/// Exit code of a window that found no display.
pub const EXIT_NO_DISPLAY: u8 = 4;
