namespace MonitoringDemo.Demo.Labs.OwnStream;

/// <summary>A stream of lab 11, with what is known of it from where it comes.</summary>
/// <param name="Name">As the answers call it.</param>
/// <param name="File">Below the lab's <c>data</c>, or in the participant's folder.</param>
internal sealed record BroughtStream(string Name, string File)
{
    /// <summary>What is to be predicted; null when the participant decides.</summary>
    public string? Label { get; init; }

    /// <summary>Columns that are known only after what is to be predicted, or from which it was made.</summary>
    public IReadOnlyList<string> KnownAfterwards { get; init; } = [];

    /// <summary>The column that says in which order the rows happened, where the file does not have them in it.</summary>
    public string? OrderedBy { get; init; }

    /// <summary>The column whose first change is where another source joins; the file has its rows in the order in which they arrived.</summary>
    public string? Source { get; init; }

    /// <summary>What has to come of it; null when that depends on the options.</summary>
    public string? Ends { get; init; }

    /// <summary>The streams that come with the lab; their provenance stands in <c>data/PROVENANCE.md</c> of it.</summary>
    public static IReadOnlyList<BroughtStream> All { get; } =
    [
        new("strikes", "strikes.csv") { Label = "damaged", KnownAfterwards = ["extent", "cost_dollars"], OrderedBy = "flight_date" },
        new("cities", "two-cities.csv") { Label = "wet", KnownAfterwards = ["precipitation"], Source = "station", Ends = StreamEnd.NewModel },
        new("season", "season.csv") { Label = "wet", KnownAfterwards = ["precipitation"], Ends = StreamEnd.Nothing },
    ];

    /// <summary>The participant's own.</summary>
    public static BroughtStream Own { get; } = new("own", "own.csv");

    /// <summary>Where it lies.</summary>
    /// <param name="work">The participant's folder.</param>
    public string PathIn(string work) => Path.Combine(this == Own ? work : LabFolder.Of(BringYourStream.LabNumber).PathOf("data"), File);

    /// <summary>The first row of another source, from 0 on.</summary>
    public long FirstRowOfAnother(string work)
    {
        var rows = System.IO.File.ReadAllLines(PathIn(work));
        var column = Array.IndexOf(rows[0].Split(','), Source);
        return Array.FindIndex(rows, 1, row => row.Split(',')[column] != rows[1].Split(',')[column]) - 1;
    }
}
