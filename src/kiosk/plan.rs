//! What a kiosk is started with, and what follows from its configuration.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use super::config::KioskConfig;
use super::config_read::{check_with_atlas, read_config};
use super::keep::with_settings;
use super::report::Report;
use crate::load::{self, Finding, files};
use crate::model::Atlas;

/// The last configuration without faults, in the kiosk's folder.
const LAST_CONFIG: &str = "last-good-kiosk.toml";

/// What a kiosk is started with.
#[derive(Debug, Clone)]
pub struct KioskStart {
    /// This program.
    pub program: PathBuf,
    /// The configuration file; `None` for the defaults.
    pub config_file: Option<PathBuf>,
    /// The folder of an atlas that the command line names.
    pub atlas: Option<PathBuf>,
    /// Conditions on the records that the command line names.
    pub filter: Option<String>,
    /// The language that the command line names; it becomes the first.
    pub language: Option<String>,
    /// Options of the first view, which every window of the wanted atlas receives.
    pub options: Vec<String>,
    /// The user's folder for data of this program; `None` where there is none.
    pub folder: Option<PathBuf>,
    /// The time of the day here.
    pub local_time: fn() -> NaiveDateTime,
}

/// What a supervisor works with.
#[derive(Debug, Clone)]
pub struct KioskPlan {
    /// What the kiosk was started with.
    pub start: KioskStart,
    /// The configuration, with the operator's settings and absolute paths.
    pub config: KioskConfig,
    /// The folder of the wanted atlas; `None` for the built-in one.
    pub atlas: Option<PathBuf>,
    /// The folder for logs, heartbeat and the last good atlas.
    pub folder: PathBuf,
    /// What is wrong in the configuration; where there is anything, the last one without faults is
    /// in use.
    pub findings: Vec<Finding>,
}

/// What a window learns from its supervisor, on its standard input.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct WindowSettings {
    /// The configuration.
    pub config: KioskConfig,
    /// The kiosk's folder; `None` where no supervisor is there.
    pub folder: Option<PathBuf>,
    /// How the kiosk did when the window was started.
    pub report: Report,
}

impl KioskPlan {
    /// Reads the configuration. Where it has faults, they are in the plan, and the last one without
    /// faults is used. The atlas comes with it where it can be read.
    ///
    /// # Errors
    /// There is no configuration without faults, no folder, or an atlas or a filter is named
    /// twice.
    pub fn read(start: &KioskStart) -> anyhow::Result<(Self, Option<Atlas>)> {
        let Some(file) = &start.config_file else {
            return Self::of(start, KioskConfig::default(), Vec::new());
        };
        let name = file.display().to_string();
        let (mut findings, folder) = match files::read_file(file) {
            Ok(bytes) => {
                let text = String::from_utf8_lossy(&bytes);
                let (config, mut findings) = read_config(&name, &text);
                let folder = config.watch.folder.clone();
                if findings.is_empty() {
                    let (plan, atlas) = Self::of(start, config, Vec::new())?;
                    if let Some(atlas) = &atlas {
                        findings = check_with_atlas(&name, &text, atlas);
                    }
                    if findings.is_empty() {
                        plan.keep_config(&text);
                        return Ok((plan, atlas));
                    }
                }
                (findings, folder)
            }
            Err(error) => {
                let what = error.to_string();
                let hint = "put the file back, or name another one with --config";
                (
                    vec![Finding::fault(&name, (1, 1), None, what, hint)],
                    String::new(),
                )
            }
        };
        // A file that is no TOML names no folder, so the user's folder has a copy too.
        let named = (!folder.is_empty()).then(|| beside(file, &folder));
        let folders = named.into_iter().chain(start.folder.clone());
        let earlier = folders
            .filter_map(|folder| files::read_file_if_present(&folder.join(LAST_CONFIG)).ok()?)
            .find_map(|bytes| String::from_utf8(bytes).ok());
        let Some(earlier) = earlier else {
            findings.truncate(20);
            let told: Vec<String> = findings.iter().map(ToString::to_string).collect();
            bail!(
                "{}\nthe configuration has faults, and there is no earlier one without",
                told.join("\n")
            );
        };
        let (config, _) = read_config(LAST_CONFIG, &earlier);
        Self::of(start, config, findings)
    }

    /// The configuration for a window without a supervisor, with absolute paths.
    ///
    /// # Errors
    /// It cannot be read or has faults, or names an atlas or a filter that the command line names
    /// too.
    pub fn config_alone(start: &KioskStart) -> anyhow::Result<KioskConfig> {
        let mut config = KioskConfig::default();
        if let Some(file) = &start.config_file {
            let text = String::from_utf8(files::read_file(file)?)
                .with_context(|| format!("{}: not UTF-8", file.display()))?;
            let (read, findings) = read_config(&file.display().to_string(), &text);
            if let Some(first) = findings.first() {
                bail!("{first}; `araxes check --kiosk` lists every fault");
            }
            config = read;
        }
        resolved(start, config)
    }

    fn of(
        start: &KioskStart,
        config: KioskConfig,
        findings: Vec<Finding>,
    ) -> anyhow::Result<(Self, Option<Atlas>)> {
        let config = resolved(start, config)?;
        let folder = match config.watch.folder.as_str() {
            "" => start
                .folder
                .clone()
                .context("there is no folder for data of programs; name one as watch.folder")?,
            named => PathBuf::from(named),
        };
        let config = with_settings(config, &folder);
        let atlas_folder = (!config.atlas.is_empty()).then(|| PathBuf::from(&config.atlas));
        let read = match &atlas_folder {
            Some(folder) => files::read_folder(folder).ok(),
            None => Some(files::builtin()),
        };
        let atlas = read.and_then(|files| load::load(&files).atlas);
        let mut plan = Self {
            start: start.clone(),
            config,
            atlas: atlas_folder,
            folder,
            findings,
        };
        plan.order_languages(atlas.as_ref());
        Ok((plan, atlas))
    }

    /// Puts the language of the command line first.
    fn order_languages(&mut self, atlas: Option<&Atlas>) {
        let Some(first) = &self.start.language else {
            return;
        };
        let shown = &mut self.config.languages.shown;
        if shown.is_empty()
            && let Some(atlas) = atlas
        {
            shown.extend(atlas.manifest.languages.iter().map(ToString::to_string));
        }
        shown.retain(|tag| tag != first);
        shown.insert(0, first.clone());
    }

    fn keep_config(&self, text: &str) {
        for folder in std::iter::once(&self.folder).chain(&self.start.folder) {
            let path = folder.join(LAST_CONFIG);
            let before = files::read_file_if_present(&path).ok().flatten();
            if before.as_deref() == Some(text.as_bytes()) {
                continue;
            }
            if let Err(error) = files::write_file_durably(&path, text.as_bytes()) {
                tracing::warn!(%error, "the configuration cannot be kept");
            }
        }
    }
}

/// A configuration with what the command line adds, and with absolute paths.
fn resolved(start: &KioskStart, mut config: KioskConfig) -> anyhow::Result<KioskConfig> {
    if let Some(atlas) = &start.atlas {
        if !config.atlas.is_empty() {
            bail!(
                "two atlases, {} and {} of the configuration; name one",
                atlas.display(),
                config.atlas
            );
        }
        config.atlas = absolute(atlas).to_string_lossy().into_owned();
    }
    if let Some(filter) = &start.filter {
        if !config.filter.is_empty() {
            bail!("a filter is given twice, by --filter and by the configuration; give one");
        }
        config.filter.clone_from(filter);
    }
    // Relative paths of a configuration are relative to its folder, for a service has no other.
    if let Some(file) = &start.config_file {
        for path in [
            &mut config.atlas,
            &mut config.watch.folder,
            &mut config.counts.path,
            &mut config.operator.export,
        ] {
            if !path.is_empty() {
                *path = beside(file, path).to_string_lossy().into_owned();
            }
        }
    }
    Ok(config)
}

/// A path of a configuration file, which may be relative to the folder of the file.
fn beside(file: &Path, path: &str) -> PathBuf {
    let folder = file.parent().unwrap_or(Path::new(""));
    absolute(&folder.join(path))
}

fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn start(folder: &Path, config: &str) -> KioskStart {
        let file = folder.join("kiosk.toml");
        files::write_file(&file, config.as_bytes()).expect("written");
        KioskStart {
            program: PathBuf::from("araxes"),
            config_file: Some(file),
            atlas: None,
            filter: None,
            language: None,
            options: Vec::new(),
            folder: Some(folder.join("data")),
            local_time: NaiveDateTime::default,
        }
    }

    #[test]
    fn a_wrong_configuration_is_told_and_the_last_good_one_is_used() {
        let folder = tempfile::tempdir().expect("a folder");
        let kept = "[watch]\nfolder = \"kept\"\n";
        let start = |text: &str| start(folder.path(), &format!("{kept}{text}"));
        assert!(
            KioskPlan::read(&start("[idle]\nafter_s = 1\n")).is_err(),
            "there is no earlier one"
        );
        let (plan, atlas) = KioskPlan::read(&start("[idle]\nafter_s = 45\n")).expect("a plan");
        assert!(plan.findings.is_empty() && atlas.is_some());
        assert_eq!(plan.folder, folder.path().join("kept"));
        for wrong in [
            "[idle]\nafter_s = 1\n",
            "[idle\n",
            "[attract]\ntour = \"nowhere\"\n",
            "[languages]\nshown = [\"zz\"]\n",
        ] {
            let (plan, _) = KioskPlan::read(&start(wrong)).expect("a plan");
            assert_eq!(plan.config.idle.after_s, 45.0, "{wrong}");
            assert_eq!(plan.findings.len(), 1, "{wrong}: {:?}", plan.findings);
        }
        let gone = start("");
        files::remove_file(&folder.path().join("kiosk.toml")).expect("removed");
        let (plan, _) = KioskPlan::read(&gone).expect("a plan");
        assert_eq!((plan.config.idle.after_s, plan.findings.len()), (45.0, 1));
    }

    #[test]
    fn a_language_of_the_command_line_comes_first() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut start = start(folder.path(), "[watch]\nfolder = \"kept\"\n");
        start.language = Some("az".to_owned());
        let (plan, atlas) = KioskPlan::read(&start).expect("a plan");
        let all = atlas.expect("an atlas").manifest.languages.len();
        assert_eq!(plan.config.languages.shown[0], "az");
        assert_eq!(plan.config.languages.shown.len(), all);
    }
}
