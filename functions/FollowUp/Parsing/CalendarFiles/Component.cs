namespace FollowUp.Parsing.CalendarFiles;

/// <summary>What stands between a BEGIN and its END.</summary>
/// <param name="Name">In capitals: VCALENDAR, VEVENT.</param>
/// <param name="Line">Where it begins.</param>
internal sealed record Component(string Name, int Line)
{
    public List<ContentLine> Properties { get; } = [];

    public List<Component> Parts { get; } = [];

    public IEnumerable<ContentLine> All(string property) => Properties.Where(one => one.Name == property);

    public ContentLine? First(string property) => All(property).FirstOrDefault();

    /// <summary>A property that is there once at most; the same again says nothing new.</summary>
    /// <exception cref="UnfollowedException">It is there twice, with two values.</exception>
    public ContentLine? Single(string property)
    {
        ContentLine? first = First(property);
        return All(property).FirstOrDefault(other => (other.Parameters, other.Written) != (first!.Parameters, first.Written)) is not { } other ? first
            : throw new UnfollowedException($"has two of {property}, in line {first!.Number} and in line {other.Number}: which one counts?");
    }
}
