//! What the supervisor keeps in its folder for bad days: a copy of the atlas that ran, a picture of
//! it, and the operator's settings.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::config::KioskConfig;
use super::message::Setting;
use super::plan::KioskPlan;
use super::watch::Stage;
use crate::load::files::{self, FolderStamp};

/// The copy of the last good atlas.
const LAST_GOOD: &str = "last-good-atlas";
/// The copy before it, which is there only while the new one takes its place.
const BEFORE: &str = "last-good-atlas.old";
/// The picture of the last good atlas.
const STILL: &str = "still.png";
/// The settings that the operator has changed.
const SETTINGS: &str = "operator-settings.json";
/// Size of the picture.
const STILL_SIZE: &str = "1920x1080";

/// What is kept in a folder.
#[derive(Debug)]
pub(super) struct Keeper {
    folder: PathBuf,
    /// The state of the wanted atlas when the window that shows it was started.
    started: Option<FolderStamp>,
    /// The state of the wanted atlas that was last kept; `None` where none was by this process.
    kept: Option<FolderStamp>,
    has_still: bool,
}

impl Keeper {
    pub(super) fn new(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
            started: None,
            kept: None,
            has_still: false,
        }
    }

    /// The copy of the last good atlas; `None` where there is none.
    pub(super) fn last_good(&self) -> Option<PathBuf> {
        [LAST_GOOD, BEFORE]
            .into_iter()
            .map(|name| self.folder.join(name))
            .find(|path| files::is_there(path))
    }

    /// The picture of the last good atlas; `None` where there is none.
    pub(super) fn still(&self) -> Option<PathBuf> {
        let path = self.folder.join(STILL);
        files::is_there(&path).then_some(path)
    }

    /// A window that shows the wanted atlas is about to start.
    pub(super) fn starts(&mut self, plan: &KioskPlan) {
        self.started = plan.atlas.as_deref().and_then(files::stamp_of);
    }

    /// A window has run well for a while: keeps a copy of its atlas, and a picture of it.
    pub(super) fn keep(&mut self, plan: &KioskPlan, stage: Stage) {
        if stage == Stage::Wanted
            && let Some(atlas) = &plan.atlas
            && self.started.is_some()
            && self.started != self.kept
        {
            match self.copy(atlas) {
                Ok(true) => {
                    self.kept.clone_from(&self.started);
                    self.has_still = false;
                }
                Ok(false) => {
                    tracing::info!("the folder of the atlas has changed since it was read");
                }
                Err(error) => tracing::warn!(%error, "the atlas cannot be kept"),
            }
        }
        if !self.has_still && stage <= Stage::BuiltIn {
            self.has_still = true;
            self.draw_still(plan);
        }
    }

    /// Copies an atlas where it is still what the window has read. Returns whether it was.
    fn copy(&self, atlas: &Path) -> Result<bool, files::FilesError> {
        let fresh = self.folder.join(format!("{LAST_GOOD}.new"));
        files::copy_folder(atlas, &fresh)?;
        if files::stamp_of(atlas) != self.started {
            files::remove_folder(&fresh)?;
            return Ok(false);
        }
        // At any moment, also of a power cut, one of the two copies is whole.
        let (kept, before) = (self.folder.join(LAST_GOOD), self.folder.join(BEFORE));
        if files::is_there(&kept) {
            files::remove_folder(&before)?;
            files::rename(&kept, &before)?;
        }
        files::rename(&fresh, &kept)?;
        files::remove_folder(&before)?;
        Ok(true)
    }

    fn draw_still(&self, plan: &KioskPlan) {
        let mut command = Command::new(&plan.start.program);
        command.args(["render", "--view", "days", "--theme", "night"]);
        command.args(["--from", "0001-01-01", "--to", "9999-12-31"]);
        command.args(["--size", STILL_SIZE, "--out"]);
        command.arg(self.folder.join(STILL));
        if !plan.config.filter.is_empty() {
            command.arg("--filter").arg(&plan.config.filter);
        }
        command.stdin(Stdio::null());
        command.stdout(Stdio::null()).stderr(Stdio::null());
        // What was kept is drawn, for the wanted folder may change at any time.
        if let Some(atlas) = plan.atlas.as_ref().and_then(|_| self.last_good()) {
            command.arg("--atlas").arg(atlas);
        }
        // Nobody waits for the picture; the thread takes the process's end, so that none is left.
        match command.spawn() {
            Ok(mut process) => drop(std::thread::spawn(move || process.wait())),
            Err(error) => tracing::warn!(%error, "no picture of the atlas"),
        }
    }
}

/// The configuration with what the operator has changed.
pub(super) fn with_settings(mut config: KioskConfig, folder: &Path) -> KioskConfig {
    for setting in settings(folder) {
        match setting {
            Setting::LowReach(on) => config.screen.low_reach = on,
            Setting::IdleAfterS(seconds) => config.idle.after_s = seconds,
        }
    }
    config
}

/// The settings that the operator has changed; a file that is none counts as empty.
fn settings(folder: &Path) -> Vec<Setting> {
    let read = files::read_file_if_present(&folder.join(SETTINGS));
    let bytes = read.ok().flatten().unwrap_or_default();
    serde_json::from_slice(&bytes).unwrap_or_default()
}

/// Keeps a setting of the operator.
pub(super) fn keep_setting(folder: &Path, setting: Setting) -> Result<(), files::FilesError> {
    let kind = std::mem::discriminant(&setting);
    let mut all = settings(folder);
    all.retain(|other| std::mem::discriminant(other) != kind);
    all.push(setting);
    let text = serde_json::json!(all).to_string();
    files::write_file_durably(&folder.join(SETTINGS), text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_setting_is_kept_and_the_last_one_of_its_kind_holds() {
        let folder = tempfile::tempdir().expect("a folder");
        for setting in [
            Setting::LowReach(false),
            Setting::IdleAfterS(90.0),
            Setting::LowReach(true),
        ] {
            keep_setting(folder.path(), setting).expect("kept");
        }
        let config = with_settings(KioskConfig::default(), folder.path());
        assert!(config.screen.low_reach && config.idle.after_s == 90.0);
        files::write_file(&folder.path().join(SETTINGS), b"[{").expect("written");
        let config = with_settings(KioskConfig::default(), folder.path());
        assert_eq!(config, KioskConfig::default());
    }
}
