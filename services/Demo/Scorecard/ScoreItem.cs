namespace MonitoringDemo.Demo.Scorecard;

/// <summary>One test of the ML Test Score, as it stands in a fleet.</summary>
/// <param name="Section">One of <see cref="ScoreSections"/>.</param>
/// <param name="Name">The test's name in the paper.</param>
/// <param name="Points">1: a system does it again and again; 0.5: it is done, in part or by hand; 0: it is not.</param>
/// <param name="Why">What was found in this fleet, and where points are missing, what is missing.</param>
/// <param name="Evidence">The test, setting or command that shows it.</param>
internal sealed record ScoreItem(string Section, string Name, double Points, string Why, string Evidence);
