//! What a command does when it is interrupted: it leaves nothing half made.

use crate::load::files;

/// Has the temporary files of the process removed when it is asked to end, and makes a file that
/// grows beyond its limit an error like a full disk.
#[cfg(unix)]
pub fn leave_nothing_half_made() {
    use std::io::Read as _;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGXFSZ};

    // Without these a command does the same, but for what it leaves behind.
    signal_hook::flag::register(SIGXFSZ, Arc::default()).ok();
    let Ok((mut told, tell)) = std::os::unix::net::UnixStream::pair() else {
        return;
    };
    let which = Arc::new(AtomicUsize::new(0));
    for signal in [SIGINT, SIGTERM, SIGHUP] {
        let Ok(tell) = tell.try_clone() else { return };
        let number = signal.unsigned_abs() as usize;
        let noted = signal_hook::flag::register_usize(signal, Arc::clone(&which), number);
        if noted.is_err() || signal_hook::low_level::pipe::register(signal, tell).is_err() {
            return;
        }
    }
    std::thread::spawn(move || {
        if told.read_exact(&mut [0]).is_ok() {
            files::remove_parts();
            let signal = which.load(Ordering::SeqCst) as i32;
            // The process ends as it would have ended without this.
            if signal_hook::low_level::emulate_default_handler(signal).is_err() {
                std::process::exit(2);
            }
        }
    });
}

#[cfg(not(unix))]
pub fn leave_nothing_half_made() {}
