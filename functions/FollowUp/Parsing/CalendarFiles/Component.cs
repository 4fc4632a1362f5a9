namespace FollowUp.Parsing.CalendarFiles;

/// <summary>An iCalendar component: what stands between a BEGIN and its END (RFC 5545, 3.6).</summary>
/// <param name="Name">In capitals: VCALENDAR, VEVENT.</param>
/// <param name="Line">Where it begins.</param>
internal sealed record Component(string Name, int Line)
{
    public List<ContentLine> Properties { get; } = [];

    public List<Component> Children { get; } = [];

    public IEnumerable<ContentLine> PropertiesNamed(string property) => Properties.Where(line => line.Name == property);

    public ContentLine? First(string property) => PropertiesNamed(property).FirstOrDefault();

    /// <summary>A property that is there once at most; the same again says nothing new.</summary>
    /// <exception cref="CalendarFileException">It is there twice, with two values.</exception>
    public ContentLine? Single(string property)
    {
        ContentLine? first = First(property);
        ContentLine? other = PropertiesNamed(property)
            .FirstOrDefault(other => (other.Parameters, other.TrimmedValue) != (first!.Parameters, first.TrimmedValue));
        return other is null ? first : throw new CalendarFileException(
            $"has two of {property}, in line {first!.Number} and in line {other.Number}: which one counts?");
    }
}
