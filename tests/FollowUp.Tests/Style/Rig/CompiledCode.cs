using Mono.Cecil;
using Mono.Cecil.Cil;

namespace FollowUp.Tests.Style.Rig;

/// <summary>
/// What the types of an assembly need, wherever they need it: bodies of methods and what is caught there, fields, signatures, base types,
/// attributes, and arguments of generic types and methods. A constant and a <c>nameof</c> are gone when code is compiled, and are not seen.
/// </summary>
public sealed class CompiledCode
{
    private readonly ModuleDefinition module;
    private readonly HashSet<Arrow> arrows = [];

    public CompiledCode(Type one)
    {
        DefaultAssemblyResolver resolver = new();
        foreach (Type beside in new[] { one, typeof(object), typeof(Microsoft.AspNetCore.Http.HttpContext) })
        {
            resolver.AddSearchDirectory(Path.GetDirectoryName(beside.Assembly.Location));
        }

        module = ModuleDefinition.ReadModule(one.Assembly.Location, new() { AssemblyResolver = resolver, ReadSymbols = true });
        foreach (TypeDefinition type in module.GetTypes())
        {
            Read(type);
        }
    }

    public IReadOnlyCollection<Arrow> Arrows => arrows;

    public IEnumerable<string> References => module.AssemblyReferences.Select(one => one.Name);

    public IEnumerable<MethodSpan> Methods => module.GetTypes().SelectMany(type => type.Methods).Select(MethodSpan.Of).OfType<MethodSpan>();

    /// <summary>Types that somebody wrote a method for: no lists of properties alone.</summary>
    public IEnumerable<string> WithCode => module.GetTypes()
        .Where(type => type.Methods.Any(method => !method.IsGetter && !method.IsSetter && MethodSpan.Of(method) is not null))
        .Select(type => Outermost(type).FullName).Distinct();

    private void Read(TypeDefinition type)
    {
        Need(type, [type.BaseType, .. type.Interfaces.Select(one => one.InterfaceType), .. OfAttributes(type)]);
        Need(type, [.. type.GenericParameters.SelectMany(one => one.Constraints).Select(one => one.ConstraintType)]);
        Need(type, [.. type.Fields.SelectMany(one => OfAttributes(one).Append(one.FieldType))]);
        Need(type, [.. type.Properties.SelectMany(OfAttributes), .. type.Events.SelectMany(OfAttributes)]);
        foreach (MethodDefinition method in type.Methods)
        {
            Need(type, [.. OfSignature(method), .. OfAttributes(method), .. method.Parameters.SelectMany(OfAttributes)]);
            Need(type, [.. method.GenericParameters.SelectMany(one => one.Constraints).Select(one => one.ConstraintType)]);
            if (method.HasBody)
            {
                Need(type,
                    [.. method.Body.Variables.Select(one => one.VariableType), .. method.Body.Instructions.SelectMany(OfInstruction)]);
                Need(type, [.. method.Body.ExceptionHandlers.Select(one => one.CatchType)]);
            }
        }
    }

    private void Need(TypeDefinition from, IEnumerable<TypeReference?> needed)
    {
        TypeReference user = Outermost(from);
        foreach (TypeReference to in needed.SelectMany(Parts).Select(Outermost).Where(to => to.FullName != user.FullName))
        {
            arrows.Add(new(user.FullName, user.Namespace, to.FullName, to.Namespace));
        }
    }

    private static IEnumerable<TypeReference> OfSignature(MethodReference method) =>
        method.Parameters.Select(one => one.ParameterType).Append(method.ReturnType);

    private static IEnumerable<TypeReference> OfAttributes(ICustomAttributeProvider one) =>
        one.CustomAttributes.SelectMany(attribute =>
            attribute.ConstructorArguments.Select(argument => argument.Value).OfType<TypeReference>().Append(attribute.AttributeType));

    private static IEnumerable<TypeReference> OfInstruction(Instruction one) => one.Operand switch
    {
        GenericInstanceMethod called => [.. called.GenericArguments, .. OfSignature(called), called.DeclaringType],
        MethodReference called => [.. OfSignature(called), called.DeclaringType],
        FieldReference field => [field.FieldType, field.DeclaringType],
        TypeReference type => [type],
        _ => [],
    };

    /// <summary>A list of things needs the list and the thing; a parameter of a generic type needs nothing.</summary>
    private static IEnumerable<TypeReference> Parts(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType generic => [.. Parts(generic.ElementType), .. generic.GenericArguments.SelectMany(Parts)],
        TypeSpecification made => Parts(made.ElementType),
        _ => [type],
    };

    private static TypeReference Outermost(TypeReference type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}
