using MonitoringDemo.ControlRoom;
using MonitoringDemo.Demo.Mystery.Case;

namespace MonitoringDemo.Demo.Mystery.Desk;

/// <summary>Where a team's fleet meets the book: answers come in, what was done is noted.</summary>
/// <param name="Team">Whose fleet it is.</param>
/// <param name="Book">All cases; the desk shows those of the team.</param>
internal sealed record MysteryDesk(string Team, MysteryBook Book)
{
    /// <summary>Notes something.</summary>
    public void Note(string who, string what, long row, string text, string updateId) => Book.Note(Team, new MysteryLine(row, who, what, text, updateId));

    /// <summary>Takes an answer.</summary>
    /// <returns>False where no case runs.</returns>
    public bool Answer(MysteryAnswer answer, IFleetGlance fleet)
    {
        var row = fleet.Now.Row;
        return Book.Change(Team, one => one with
        {
            Answers = [.. one.Answers, new GivenAnswer(row, answer)],
            Lines = [.. one.Lines, new MysteryLine(row, MysteryDeeds.Team, MysteryDeeds.Answer, "The team answered.", "")],
        }) is not null;
    }
}
