using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.Demo.WhatIf;

/// <summary>Where the recording of a what-if is: a data directory that is claimed while it is read, or the temporary one of a scenario that was just played.</summary>
internal sealed class WhatIfPlace : IDisposable
{
    private readonly IDisposable _held;
    private readonly Func<Recording, WhatIfRun> _subject;

    private WhatIfPlace(string directory, IDisposable held, Func<Recording, WhatIfRun> subject) => (Directory, _held, _subject) = (directory, held, subject);

    public string Directory { get; }

    /// <exception cref="UnusableInputException">There is no such directory, or a demo works in it.</exception>
    public static WhatIfPlace OfIncident(string directory, string incident)
    {
        if (!System.IO.Directory.Exists(directory))
            throw new UnusableInputException($"There is no directory '{directory}', and no scenario '{incident}'; name the data directory of a demo or a run with --data DIR.");
        try
        {
            return new WhatIfPlace(directory, new DataDirectory(directory).Lock(), recording => WhatIfRun.OfIncident(recording, incident));
        }
        catch (DataDirectoryInUseException e)
        {
            throw new UnusableInputException($"A demo works in '{directory}': stop it, or copy the directory and name the copy with --data DIR.", e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new UnusableInputException($"'{directory}' cannot be claimed ({e.Message.TrimEnd('.')}): copy it to where you may write, and name the copy with --data DIR.", e);
        }
    }

    public static WhatIfPlace OfScenario(TemporaryFolder folder, string scenario, long onset) => new(folder.Path, folder, recording => new WhatIfRun(recording, scenario, onset));

    /// <exception cref="Retraining.Rewind.RecordingException">It cannot be played again.</exception>
    public WhatIfRun Run() => _subject(Recording.Open(Directory));

    public void Dispose() => _held.Dispose();
}
