using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Traffic.Songs;

/// <summary>Draws songs for one row. What it gives depends on the seed, the row and the arguments, and on nothing that was drawn before.</summary>
public readonly ref struct SongDraw
{
    private readonly SongGenerator _songs;
    private readonly ulong _seed;

    internal SongDraw(SongGenerator songs, ulong seed, long row)
    {
        _songs = songs;
        _seed = seed;
        Row = row;
    }

    /// <summary>The row that a song is wanted for.</summary>
    public long Row { get; }

    /// <summary>Draws a song of a state of the world.</summary>
    /// <param name="state">Its year decides the song, its taste the label.</param>
    /// <param name="song">Receives the values in schema order.</param>
    /// <param name="attempt">Another number gives another song, independent of the first.</param>
    /// <returns>The true label.</returns>
    public byte Song(WorldState state, Span<double> song, int attempt = 0)
    {
        var label = _songs.Draw(_seed, Row, attempt, state.Year, song);
        return state.TasteInverted ? (byte)(1 - label) : label;
    }

    /// <summary>Draws for another row: for songs that come twice.</summary>
    /// <param name="row">Any row.</param>
    public SongDraw Of(long row) => new(_songs, _seed, row);

    /// <summary>A uniform number in [0, 1) for the scenario's own use.</summary>
    /// <param name="use">Another number gives an independent value.</param>
    public double Uniform(int use = 0) => SongGenerator.Uniform(_seed, Row, use);
}
