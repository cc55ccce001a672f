// Why: what can be asked of a closed list of types at compile time, and of one value out of it at run time.
#pragma once

#include <array>
#include <cstddef>
#include <tuple>
#include <type_traits>

namespace certwright::check {

template <typename... Bodies> struct BodyList {
    static constexpr std::size_t size = sizeof...(Bodies);

    template <typename Body> static constexpr bool contains() {
        return (std::is_same_v<Body, Bodies> || ...);
    }

    // indexOf counts from 0; a type that is not in the list does not compile.
    template <typename Body> static constexpr std::size_t indexOf() {
        static_assert(contains<Body>(), "not in the list");
        constexpr std::array<bool, size> same{std::is_same_v<Body, Bodies>...};
        std::size_t index = 0;
        while (!same[index])
            ++index;
        return index;
    }

    // each calls `function.operator()<Body>()` for every type, in their order.
    template <typename Function> static void each(const Function& function) {
        (function.template operator()<Bodies>(), ...);
    }

    // visit calls `visitor` with `body`, which is the type at `index`. It must take each type and return the
    // same for all.
    template <typename Visitor>
    static auto visit(const Visitor& visitor, std::size_t index, const void* body) {
        using First = std::tuple_element_t<0, std::tuple<Bodies...>>;
        using Result = std::invoke_result_t<const Visitor&, const First&>;
        static constexpr std::array<Result (*)(const Visitor&, const void*), size> calls{
            &call<Result, Visitor, Bodies>...};
        return calls[index](visitor, body);
    }

  private:
    template <typename Result, typename Visitor, typename Body>
    static Result call(const Visitor& visitor, const void* body) {
        return visitor(*static_cast<const Body*>(body));
    }
};

} // namespace certwright::check
