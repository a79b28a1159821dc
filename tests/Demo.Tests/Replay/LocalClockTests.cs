using System.Globalization;
using MonitoringDemo.Demo.Replay;

namespace MonitoringDemo.Demo.Tests.Replay;

public sealed class LocalClockTests
{
    private static readonly TimeZoneInfo s_zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Zurich");

    [Theory]
    [InlineData("2020-10-24T20:00:00Z", 60)]
    [InlineData("2020-10-24T20:00:00Z", 5)]
    [InlineData("2021-03-27T20:00:00Z", 60)]
    public void Rows_at_an_even_pace_stay_so_when_summer_time_begins_and_ends(string from, int minutes)
    {
        var instants = Enumerable.Range(0, 12 * 60 / minutes).Select(row => DateTimeOffset.Parse(from, CultureInfo.InvariantCulture).AddMinutes(row * minutes)).ToList();
        var table = Csv.Table("when,x,hit", instants.Count, row => $"{TimeZoneInfo.ConvertTime(instants[row], s_zone):yyyy-MM-dd HH:mm:ss},{row},{row % 2}");

        using var world = Csv.World(table, Csv.Settings(time: "when", warmup: 4) with { TimeZone = "Europe/Zurich" });

        Enumerable.Range(0, instants.Count).Select(row => world.EventTimeOf(row)).ShouldBe(instants.Select(instant => (long?)instant.ToUnixTimeMilliseconds()));
        Csv.Values(world).ShouldBe(Enumerable.Range(0, instants.Count).Select(row => (double)row));
    }

    [Fact]
    public void An_hour_that_summer_time_took_is_refused_by_line()
    {
        var table = Csv.Table("when,x,hit\n2021-03-28 01:30,1,0\n2021-03-28 02:30,2,1\n2021-03-28 03:30,3,1\n");

        Should.Throw<UnusableInputException>(() => Csv.World(table, Csv.Settings(time: "when", warmup: 2) with { TimeZone = "Europe/Zurich" })).Message
            .ShouldBe("songs.csv, line 3, column 'when': '2021-03-28 02:30' is not a date to sort by (--time); in Europe/Zurich summer time may have taken that hour (--time-zone).");
    }

    [Fact]
    public void Times_with_a_zone_of_their_own_keep_it()
    {
        var table = Csv.Table("when,x,hit\n2020-10-25T02:30:00+02:00,1,0\n2020-10-25T02:30:00+01:00,2,1\n2020-10-25T02:45:00Z,3,1\n");

        using var world = Csv.World(table, Csv.Settings(time: "when", warmup: 2) with { TimeZone = "Europe/Zurich" });

        Enumerable.Range(0, 3).Select(row => DateTimeOffset.FromUnixTimeMilliseconds(world.EventTimeOf(row)!.Value).ToString("HH:mm", CultureInfo.InvariantCulture)).ShouldBe(["00:30", "01:30", "02:45"]);
    }

    [Fact]
    public void A_zone_that_there_is_not_is_refused()
    {
        Should.Throw<UnusableInputException>(() => LocalClock.Of("Mars/Olympus")).Message.ShouldStartWith("--time-zone Mars/Olympus: no such time zone");
    }
}
