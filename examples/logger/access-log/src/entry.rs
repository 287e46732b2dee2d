//! One line of an access log.

use std::fmt;

/// A request that was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry<'a> {
    /// Who asked.
    pub host: &'a str,
    /// `GET`, mostly.
    pub method: &'a str,
    /// What for.
    pub path: &'a str,
    /// How it was answered.
    pub status: u16,
    /// How long the answer was.
    pub bytes: u64,
}

/// What keeps a line from being an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Malformed {
    /// There is no request in quotes.
    NoRequest,
    /// The request is no method and path.
    Request,
    /// Behind the request are no status and size.
    Answer,
}

impl<'a> Entry<'a> {
    /// Reads `host ident user [time] "METHOD path HTTP/1.1" status bytes`.
    ///
    /// # Errors
    ///
    /// Says what is missing.
    pub fn parse(line: &'a str) -> Result<Self, Malformed> {
        let mut quoted = line.split('"');
        let (Some(client), Some(request), Some(answer)) =
            (quoted.next(), quoted.next(), quoted.next())
        else {
            return Err(Malformed::NoRequest);
        };
        let mut request = request.split(' ');
        let (Some(method), Some(path)) = (request.next(), request.next()) else {
            return Err(Malformed::Request);
        };
        let (status, bytes) = answer.trim().split_once(' ').ok_or(Malformed::Answer)?;
        Ok(Self {
            host: client.split(' ').next().unwrap_or_default(),
            method,
            path,
            status: status.parse().map_err(|_| Malformed::Answer)?,
            // Servers write `-` for an empty answer.
            bytes: if bytes == "-" {
                0
            } else {
                bytes.parse().map_err(|_| Malformed::Answer)?
            },
        })
    }
}

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoRequest => "no request in quotes",
            Self::Request => "the request has no path",
            Self::Answer => "no status and size behind the request",
        })
    }
}

impl std::error::Error for Malformed {}
