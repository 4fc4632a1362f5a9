namespace FollowUp.Tests.Style.Rig;

/// <summary>Folders that need each other, directly or through others.</summary>
public static class Cycles
{
    /// <summary>Every arrow from a folder to one that leads back to it: without one of these there is no cycle.</summary>
    public static IReadOnlyList<Arrow> Within(IEnumerable<Arrow> arrows)
    {
        Arrow[] crossing = [.. arrows.Where(arrow => arrow.LeavesItsFolder)];
        ILookup<string, string> next = crossing.ToLookup(arrow => arrow.FromFolder, arrow => arrow.ToFolder);
        Dictionary<string, HashSet<string>> reached = next.ToDictionary(folder => folder.Key, folder => From(folder.Key, next));
        return [
            .. crossing
                .Where(arrow => reached.TryGetValue(arrow.ToFolder, out HashSet<string>? further) && further.Contains(arrow.FromFolder)),
        ];
    }

    /// <summary>A line for each pair of folders, the rarest first: that is most often the arrow to cut.</summary>
    public static string Told(IReadOnlyList<Arrow> circle) => string.Join('\n', circle.GroupBy(arrow => (arrow.FromFolder, arrow.ToFolder))
        .OrderBy(pair => pair.Count()).Select(pair => $"{pair.Key.FromFolder} → {pair.Key.ToFolder}: {string.Join(", ", pair.Take(3))}"));

    private static HashSet<string> From(string folder, ILookup<string, string> next)
    {
        HashSet<string> reached = [];
        Queue<string> open = new([folder]);
        while (open.TryDequeue(out string? one))
        {
            foreach (string further in next[one].Where(reached.Add))
            {
                open.Enqueue(further);
            }
        }

        return reached;
    }
}
