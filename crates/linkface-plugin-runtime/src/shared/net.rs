//! Addresses on a network.

use super::via::via;
use core::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6};

via! {
    impl [] Ipv4Addr = "Ipv4Addr", as [u8; 4] {
        into: |address| address.octets(),
        from: Ipv4Addr::from,
    }
    impl [] Ipv6Addr = "Ipv6Addr", as [u8; 16] {
        into: |address| address.octets(),
        from: Ipv6Addr::from,
    }
    impl [] IpAddr = "IpAddr", as Result<Ipv4Addr, Ipv6Addr> {
        into: |address| match address {
            IpAddr::V4(address) => Ok(address),
            IpAddr::V6(address) => Err(address),
        },
        from: |address| address.map_or_else(IpAddr::V6, IpAddr::V4),
    }
    impl [] SocketAddrV4 = "SocketAddrV4", as (Ipv4Addr, u16) {
        into: |address| (*address.ip(), address.port()),
        from: |(address, port)| SocketAddrV4::new(address, port),
    }
    impl [] SocketAddrV6 = "SocketAddrV6", as (Ipv6Addr, u16, u32, u32) {
        into: |address| (*address.ip(), address.port(), address.flowinfo(), address.scope_id()),
        from: |(address, port, flow, scope)| SocketAddrV6::new(address, port, flow, scope),
    }
    impl [] SocketAddr = "SocketAddr", as Result<SocketAddrV4, SocketAddrV6> {
        into: |address| match address {
            SocketAddr::V4(address) => Ok(address),
            SocketAddr::V6(address) => Err(address),
        },
        from: |address| address.map_or_else(SocketAddr::V6, SocketAddr::V4),
    }
}
