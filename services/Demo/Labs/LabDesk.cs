using System.Globalization;
using MonitoringDemo.Demo.Hosting;

namespace MonitoringDemo.Demo.Labs;

/// <summary>What a participant asks of a lab, and what is printed.</summary>
internal sealed class LabDesk(ILab lab, LabFolder folder, LabPlays plays, TextWriter output)
{
    /// <summary>Tries a part of the lab's folder: the participant's work, or for whoever looks after the lab its start or its solution.</summary>
    /// <returns>Whether everything works, as far as it can be tried on this machine.</returns>
    public async Task<LabVerdict> CheckAsync(string part, CancellationToken cancellation)
    {
        if (part == LabFolder.Work)
        {
            Begin();
            return await CheckAsync(folder.PathOf(LabFolder.Work), part, cancellation);
        }

        using var copy = new TemporaryFolder();
        LabFolder.Copy(folder.PathOf(part), copy.Path);
        return await CheckAsync(copy.Path, part, cancellation);
    }

    /// <summary>Gives the next hint for the step that failed at the last check.</summary>
    /// <returns>Whether there is one to give.</returns>
    public bool Hint()
    {
        Begin();
        var (work, text) = (folder.PathOf(LabFolder.Work), folder.Text);
        var progress = LabProgress.Read(work);
        if (progress.Passed)
        {
            output.WriteLine($"Everything worked at the last check; see 'lab solve {Number}' for another way.");
            return true;
        }

        if (progress.FailedStep is not { } step)
        {
            output.WriteLine($"Nothing has been checked yet: 'lab check {Number}' says where you are.");
            return false;
        }

        WriteHint(text, step, progress.HintFor(step, next: true));
        progress.Write(work);
        return true;
    }

    /// <summary>Puts the participant's files beside those of the solution.</summary>
    public void Solve(int width)
    {
        Begin();
        var (work, solution) = (folder.PathOf(LabFolder.Work), folder.PathOf(LabFolder.Solution));
        output.WriteLine($"Lab {Number}: yours on the left, a solution on the right.");
        foreach (var file in LabFolder.Files(solution))
        {
            var mine = Path.Combine(work, file);
            output.WriteLine();
            output.WriteLine($"== {file}");
            var left = File.Exists(mine) ? File.ReadAllLines(mine) : [];
            foreach (var line in SideBySide.Lines(left, File.ReadAllLines(Path.Combine(solution, file)), width))
                output.WriteLine(line);
        }
    }

    public void Reset()
    {
        folder.Reset();
        output.WriteLine($"Lab {Number} begins again in {folder.PathOf(LabFolder.Work)}; what you had changed stands in work.before beside it.");
    }

    /// <summary>Puts the files in place, and says where they stand also when they did.</summary>
    public void Start()
    {
        if (Directory.Exists(folder.PathOf(LabFolder.Work)))
            output.WriteLine($"Your files for lab {Number} stand in {folder.PathOf(LabFolder.Work)} already; 'lab reset {Number}' begins again.");
        Begin();
    }

    private void Begin()
    {
        if (folder.Begin())
            output.WriteLine($"Your files for lab {Number} stand in {folder.PathOf(LabFolder.Work)}; the text is {folder.PathOf("README.md")}.");
    }

    private string Number => lab.Number.ToString("00", CultureInfo.InvariantCulture);

    private async Task<LabVerdict> CheckAsync(string work, string part, CancellationToken cancellation)
    {
        var text = folder.Text;
        output.WriteLine($"Lab {Number}, {text.Title}{(part == LabFolder.Work ? "" : $" ({part})")}");
        var check = new LabCheck(work, plays, new LabBuild(Path.GetDirectoryName(folder.Home)!));
        await TryAsync(check, cancellation);
        foreach (var step in check.Steps)
            output.WriteLine($"  {(step.Passed ? "works  " : "not yet")}  {step.Says}");

        var progress = LabProgress.Read(work);
        (progress.Passed, progress.FailedStep) = (check.Verdict == LabVerdict.Passed, check.Failed?.Id);
        if (check.Failed is { } failed)
        {
            WriteHint(text, failed.Id, progress.HintFor(failed.Id, next: false));
            output.WriteLine($"Another hint: lab hint {Number}");
        }
        else if (check.MissingHere is { } missing)
        {
            output.WriteLine($"The rest cannot be tried on this machine, so this is no pass. {missing}");
        }
        else
        {
            output.WriteLine($"Passed. The questions at the end of {folder.Name}/README.md are the better half.");
        }

        progress.Write(work);
        return check.Verdict;
    }

    private async Task TryAsync(LabCheck check, CancellationToken cancellation)
    {
        try
        {
            await lab.CheckAsync(check, cancellation);
        }
        catch (Exception e) when (ThrownByParticipant.Tell(e, check.Work) is { } told)
        {
            check.Step(ThrownByParticipant.Step, false, $"Your code threw in {told}");
        }
    }

    private void WriteHint(LabText text, string step, int number) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Hint {number} of {LabText.HintsOfAStep}: {text.Hints[step][number - 1]}"));
}
