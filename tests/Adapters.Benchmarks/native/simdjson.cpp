// simdjson On-Demand with doubles instead of decimals: the rows of the decoding benchmark.
#include <simdjson.h>
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

using namespace simdjson;

namespace {

struct Known {
  ondemand::parser parser;
  std::unordered_map<std::string_view, int> topics;
  std::unordered_map<std::string_view, int> symbols;
  std::vector<std::pair<double, double>> levels;
};

double sink;
long long whole;

double cpu() {
  timespec time;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return double(time.tv_sec) * 1e9 + double(time.tv_nsec);
}

void trade(Known &known, const padded_string &frame) {
  ondemand::document document = known.parser.iterate(frame);
  std::string_view topic = document["stream"];
  whole += known.topics.at(topic);
  ondemand::object data = document["data"];
  whole += int64_t(data["E"]);
  whole += known.symbols.at(std::string_view(data["s"]));
  whole += int64_t(data["t"]);
  sink += double(data["p"].get_double_in_string());
  sink += double(data["q"].get_double_in_string());
  whole += int64_t(data["T"]);
  whole += bool(data["m"]);
}

void side(Known &known, ondemand::array levels) {
  for (ondemand::array level : levels) {
    auto item = level.begin();
    double price = (*item).get_double_in_string();
    ++item;
    double quantity = (*item).get_double_in_string();
    ++item;
    known.levels.emplace_back(price, quantity);
  }
}

void depth(Known &known, const padded_string &frame) {
  ondemand::document document = known.parser.iterate(frame);
  std::string_view topic = document["stream"];
  whole += known.topics.at(topic);
  ondemand::object data = document["data"];
  whole += int64_t(data["E"]);
  whole += known.symbols.at(std::string_view(data["s"]));
  whole += int64_t(data["U"]);
  whole += int64_t(data["u"]);
  known.levels.clear();
  side(known, data["b"]);
  side(known, data["a"]);
  sink += known.levels.back().first;
}

double measure(const std::string &file, Known &known, void (*read)(Known &, const padded_string &)) {
  std::vector<padded_string> frames;
  std::ifstream lines(file);
  for (std::string line; std::getline(lines, line);) {
    frames.emplace_back(line);
  }
  if (frames.empty()) {
    std::fprintf(stderr, "%s has no frames\n", file.c_str());
    std::exit(1);
  }
  std::vector<double> rounds;
  size_t count = 64;
  for (int round = 0; round < 41; round++) {
    double start = cpu();
    for (size_t i = 0; i < count; i++) {
      read(known, frames[i % frames.size()]);
    }
    double time = cpu() - start;
    if (round < 20 && time < 4e6) {
      count *= 2;
    } else if (round >= 20) {
      rounds.push_back(time / double(count));
    }
  }
  std::sort(rounds.begin(), rounds.end());
  return rounds[rounds.size() / 2];
}

}  // namespace

int main(int, char **arguments) {
  Known known;
  static std::vector<std::string> names;
  names.reserve(32);
  int i = 0;
  for (std::string symbol : {"btcusdt", "ethusdt", "solusdt", "bnbusdt"}) {
    for (const char *channel : {"@trade", "@depth@100ms", "@ticker", "@kline_1m", "@bookTicker"}) {
      known.topics[names.emplace_back(symbol + channel)] = i;
    }
    std::transform(symbol.begin(), symbol.end(), symbol.begin(), ::toupper);
    known.symbols[names.emplace_back(symbol)] = i++;
  }
  std::string folder = std::string(arguments[1]) + "/";
  double rows[] = {measure(folder + "trade.txt", known, trade), measure(folder + "depth20.txt", known, depth),
                   measure(folder + "depth200.txt", known, depth)};
  std::printf("| simdjson On-Demand, doubles | %.0f | %.0f | %.0f |\n", rows[0], rows[1], rows[2]);
  return sink == 0 && whole == 0;
}
