namespace MonitoringDemo.Demo.Classroom;

/// <summary>What is asked for.</summary>
/// <param name="Url">Where the classroom listens.</param>
/// <param name="Directory">Where all state lives, a folder a team.</param>
/// <param name="Teams">The names, in the order of the wall.</param>
/// <param name="SongsPerSecond">The pace of each team at its first start.</param>
/// <param name="Seed">Decides the songs; the same for all, so that results compare.</param>
internal sealed record ClassroomPlan(string Url, string Directory, IReadOnlyList<string> Teams, double SongsPerSecond, ulong Seed)
{
    /// <summary>Options of the services of each fleet by their configuration key, over those of the environment.</summary>
    public IReadOnlyDictionary<string, string?> Options { get; init; } = new Dictionary<string, string?>();

    /// <summary>More than fit a machine of two cores by far; a slip of the hand asks for more.</summary>
    public const int MostTeams = 100;
}
