//! Nothing leaves the machine: no crate that speaks a protocol of the network, no address of it in
//! the code, and no link that would open a browser. The one thing that the desktop is asked to open is
//! the folder of a saved file.

use std::fs;

/// Crates that speak to servers or open browsers.
const FORBIDDEN: [&str; 29] = [
    "async-std",
    "attohttpc",
    "awc",
    "curl",
    "curl-sys",
    "h2",
    "h3",
    "hickory-resolver",
    "http",
    "hyper",
    "isahc",
    "minreq",
    "native-tls",
    "openssl",
    "openssl-sys",
    "opener",
    "quinn",
    "reqwest",
    "rustls",
    "s2n-tls",
    "sentry",
    "surf",
    "tokio-tungstenite",
    "tonic",
    "trust-dns-resolver",
    "tungstenite",
    "ureq",
    "webbrowser",
    "ws",
];

#[test]
fn no_crate_of_the_program_speaks_to_a_network_or_opens_a_browser() {
    let lock = fs::read_to_string("Cargo.lock").expect("the versions of all crates");
    let names: Vec<&str> = lock
        .lines()
        .filter_map(|line| line.strip_prefix("name = \"")?.strip_suffix('"'))
        .collect();
    assert!(
        names.len() > 100 && names.contains(&"araxes"),
        "{}",
        names.len()
    );
    for name in names {
        assert!(
            !FORBIDDEN.contains(&name),
            "{name} speaks to a network or opens a browser"
        );
    }
}

#[test]
fn the_code_names_no_socket_of_a_network_and_no_link() {
    let mut folders = vec![std::path::PathBuf::from("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("src") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = fs::read_to_string(&path).expect("a source");
            // The folder of a file that was just saved is shown by the desktop; nothing else is opened.
            let shows = text.contains("open::that");
            assert!(
                !shows || path.ends_with("app/toast.rs"),
                "{}: open::that",
                path.display()
            );
            for word in [
                "std::net",
                "TcpStream",
                "UdpSocket",
                "hyperlink",
                "open_url",
                "OpenUrl",
            ] {
                assert!(!text.contains(word), "{}: {word}", path.display());
            }
        }
    }
}
