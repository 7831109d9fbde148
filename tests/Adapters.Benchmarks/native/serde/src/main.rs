//! serde_json straight into borrowed types, then rust_decimal: the rows of the decoding benchmark.
use rust_decimal::Decimal;
use serde::Deserialize;
use std::{collections::HashMap, env, fs, hint::black_box, path::Path, str::FromStr};

#[derive(Deserialize)]
struct Frame<'a, T> {
    stream: &'a str,
    data: T,
}

#[derive(Deserialize)]
#[allow(dead_code)]
struct Trade<'a> {
    #[serde(rename = "E")]
    event_time: i64,
    #[serde(rename = "s")]
    symbol: &'a str,
    #[serde(rename = "t")]
    id: i64,
    #[serde(rename = "p")]
    price: &'a str,
    #[serde(rename = "q")]
    quantity: &'a str,
    #[serde(rename = "T")]
    time: i64,
    #[serde(rename = "m")]
    buyer_is_maker: bool,
}

#[derive(Deserialize)]
#[allow(dead_code)]
struct Depth<'a> {
    #[serde(rename = "E")]
    time: i64,
    #[serde(rename = "s")]
    symbol: &'a str,
    #[serde(rename = "U")]
    first: i64,
    #[serde(rename = "u")]
    last: i64,
    #[serde(borrow, rename = "b")]
    bids: Vec<(&'a str, &'a str)>,
    #[serde(borrow, rename = "a")]
    asks: Vec<(&'a str, &'a str)>,
}

#[repr(C)]
struct Timespec {
    seconds: i64,
    nanoseconds: i64,
}

extern "C" {
    fn clock_gettime(clock: i32, time: *mut Timespec) -> i32;
}

/// CPU time of the thread in nanoseconds.
fn cpu() -> i64 {
    let mut time = Timespec { seconds: 0, nanoseconds: 0 };
    unsafe { clock_gettime(3, &mut time) };
    time.seconds * 1_000_000_000 + time.nanoseconds
}

fn decimal(text: &str) -> Decimal {
    Decimal::from_str(text).expect("a decimal")
}

struct Known {
    topics: HashMap<Vec<u8>, u32>,
    symbols: HashMap<Vec<u8>, u32>,
    levels: Vec<(Decimal, Decimal)>,
}

fn trade(known: &mut Known, frame: &[u8]) -> Decimal {
    let frame: Frame<Trade> = serde_json::from_slice(frame).expect("a trade");
    let data = frame.data;
    black_box(known.topics[frame.stream.as_bytes()]);
    black_box(known.symbols[data.symbol.as_bytes()]);
    black_box((data.event_time, data.id, data.time, data.buyer_is_maker, decimal(data.quantity)));
    decimal(data.price)
}

fn depth(known: &mut Known, frame: &[u8]) -> Decimal {
    let frame: Frame<Depth> = serde_json::from_slice(frame).expect("a depth update");
    let data = frame.data;
    black_box(known.topics[frame.stream.as_bytes()]);
    black_box(known.symbols[data.symbol.as_bytes()]);
    black_box((data.time, data.first, data.last));
    known.levels.clear();
    for (price, quantity) in data.bids.iter().chain(data.asks.iter()) {
        known.levels.push((decimal(price), decimal(quantity)));
    }
    known.levels[known.levels.len() - 1].0
}

fn measure(file: &Path, known: &mut Known, read: fn(&mut Known, &[u8]) -> Decimal) -> f64 {
    let text = fs::read(file).expect("the frames");
    let frames: Vec<&[u8]> = text.split(|b| *b == b'\n').filter(|line| !line.is_empty()).collect();
    let mut rounds = Vec::new();
    let mut count = 64;
    for round in 0..41 {
        let start = cpu();
        for i in 0..count {
            black_box(read(known, black_box(frames[i % frames.len()])));
        }
        let time = cpu() - start;
        if round < 20 && time < 4_000_000 {
            count *= 2;
        } else if round >= 20 {
            rounds.push(time as f64 / count as f64);
        }
    }
    rounds.sort_by(f64::total_cmp);
    rounds[rounds.len() / 2]
}

fn main() {
    let folder = env::args().nth(1).expect("the folder of the frames");
    let folder = Path::new(&folder);
    let mut known = Known { topics: HashMap::new(), symbols: HashMap::new(), levels: Vec::new() };
    for (i, symbol) in ["btcusdt", "ethusdt", "solusdt", "bnbusdt"].iter().enumerate() {
        known.symbols.insert(symbol.to_uppercase().into_bytes(), i as u32);
        for channel in ["trade", "depth@100ms", "ticker", "kline_1m", "bookTicker"] {
            known.topics.insert(format!("{symbol}@{channel}").into_bytes(), i as u32);
        }
    }
    println!(
        "| serde_json into borrowed types, rust_decimal | {:.0} | {:.0} | {:.0} |",
        measure(&folder.join("trade.txt"), &mut known, trade),
        measure(&folder.join("depth20.txt"), &mut known, depth),
        measure(&folder.join("depth200.txt"), &mut known, depth)
    );
}
