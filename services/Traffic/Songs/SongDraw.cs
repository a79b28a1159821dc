using MonitoringDemo.Traffic.Scenarios;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Traffic.Songs;

/// <summary>Draws songs for one row. What it gives depends on the seed, the row and the arguments, and on nothing that was drawn before.</summary>
public readonly ref struct SongDraw
{
    // Of two at once the one beneath draws as if it were alone; what the other draws is this far away from it.
    private const int AttemptBits = 12, UseBits = 20;

    private readonly SongGenerator _songs;
    private readonly ulong _seed;
    private readonly int _attempt;
    private readonly int _level;
    private readonly IScenario? _beneath;
    private readonly long _sinceBeneath;

    internal SongDraw(SongGenerator songs, ulong seed, long row)
    {
        _songs = songs;
        _seed = seed;
        Row = row;
    }

    private SongDraw(SongDraw of, long row, int attempt, int level, IScenario? beneath, long sinceBeneath)
        : this(of._songs, of._seed, row) => (_attempt, _level, _beneath, _sinceBeneath) = (attempt, level, beneath, sinceBeneath);

    /// <summary>The row that a song is wanted for.</summary>
    public long Row { get; }

    /// <summary>Draws a song of a state of the world.</summary>
    /// <param name="state">Its year decides the song, its taste the label.</param>
    /// <param name="song">Receives the values in schema order.</param>
    /// <param name="attempt">Another number gives another song, independent of the first.</param>
    /// <returns>The true label.</returns>
    public byte Song(WorldState state, Span<double> song, int attempt = 0)
    {
        if (_beneath is not null && _sinceBeneath >= 0)
            return _beneath.Make(new SongDraw(this, Row, attempt, 0, null, 0), state, _sinceBeneath, song);
        var label = _songs.Draw(_seed, Row, (_attempt << AttemptBits) + attempt, state.Year, song);
        return state.TasteInverted ? (byte)(1 - label) : label;
    }

    /// <summary>Draws for another row: for songs that come twice.</summary>
    /// <param name="row">Any row.</param>
    public SongDraw Of(long row) => new(this, row, _attempt, _level, _beneath, _sinceBeneath + row - Row);

    /// <summary>A uniform number in [0, 1) for the scenario's own use.</summary>
    /// <param name="use">Another number gives an independent value.</param>
    public double Uniform(int use = 0) => SongGenerator.Uniform(_seed, Row, use ^ (_level << UseBits));

    /// <summary>Draws songs as another scenario makes them, for the one that happens on top of it.</summary>
    /// <param name="beneath">It makes the songs of <see cref="Song"/>.</param>
    /// <param name="sinceBeneath">Rows since its onset.</param>
    internal SongDraw Over(IScenario beneath, long sinceBeneath) => new(this, Row, _attempt, _level + 1, beneath, sinceBeneath);
}
